"""SMS by SNS, mail by SES, chats by Apprise: where messages leave us."""
