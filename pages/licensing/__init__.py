"""Licences, penalties, coercive measures, fees and normative documents over the years."""
