"""Sheets that people fill in: score sheets, matrix, headcounts, calendar, handover, approvals, certificates."""
