"""Official forms as PDF: content as plain data, templates and forms.css, WeasyPrint."""
