from tests.accessi.voce import Voce

VOCI: dict[str, Voce] = {}
