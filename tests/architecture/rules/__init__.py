"""The rules themselves, apart from the tests, so that each can be shown a case it must refuse."""
