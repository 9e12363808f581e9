"""Audit chain, attachments, outbox, jobs and the working calendar. Knows no other app."""
