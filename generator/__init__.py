"""The core: what happened in an interview, in; letters, dates, findings and reminders, out."""
