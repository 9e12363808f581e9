"""Parks that stood before the system: their workbook, how it is checked, what it would change."""
