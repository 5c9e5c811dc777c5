"""Leaf modules on Chinese text: numerals, dates, expressions of time, quantities, pinyin, labels, titles."""
