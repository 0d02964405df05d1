"""The dashboard. Each page is a folder with a ``page.py``; ``shell`` holds what the pages share.

No script may stand directly in this folder: Streamlit would adopt it as a page of its own and run it without
``app.py``, that is without the navigation, the language and the filters.
"""
