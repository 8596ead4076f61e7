"""Makes the text model: reads labelled texts, fits, measures, writes the file and its card."""
