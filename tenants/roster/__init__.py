"""The roster as a workbook: its columns, how it is read and checked, and the files we hand out."""
