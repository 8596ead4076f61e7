"""Text: language, complaint cues, redaction. Pure."""
