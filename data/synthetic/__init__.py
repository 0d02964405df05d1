"""A synthetic corpus: annual reports of organs that do not exist, with an answer key, for demonstration and tests.

The places are real, so that filters by region have something to show; the organs are not. Each of their names holds
the word 演示 (demonstration), as in 永修县演示应急管理局, and each document begins by saying that it is 合成数据
(synthetic data). So the mark travels with the name into every chart, list and download, and no figure of this corpus
can be taken for the filing of a real organ.
"""
