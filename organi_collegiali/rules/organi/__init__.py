"""The judgements on organs, members, elections."""
