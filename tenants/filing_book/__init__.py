"""Filings as a workbook: its columns, the sheet that we hand out, what a filled one would file."""
