"""DynamoDB, channels, HTTP, secrets: the only code that talks to the world."""
