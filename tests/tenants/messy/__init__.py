"""Rosters as offices send them: `expected.txt` says what is in each before any reader saw it.

`raw` zips them from XML by hand, `text` writes csv by hand, `made` has them made by openpyxl;
none comes from the writer of this house.
"""
