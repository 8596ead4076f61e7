"""DynamoDB, notifiers, HTTP, secrets: the only code that talks to the world."""
