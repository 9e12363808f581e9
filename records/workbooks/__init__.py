"""Tables that come as workbooks: found by their headings, every bad cell named, handed back.

An app describes its sheets as `columns.Layout`s; `checking.check` reads them, the app adds what
its rows say against each other and against the register.
"""
