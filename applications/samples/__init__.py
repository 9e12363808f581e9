"""Demonstration data: invented people, offices, parks and agencies, each marked as a sample.

Deterministic: the same day gives the same rows. Cases are walked through the real acts at past
moments, so that their steps, clocks and audit entries are what the product itself writes.
"""
