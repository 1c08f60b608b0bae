"""The strict Bot API server: serves any bot, keeps everything in memory."""
