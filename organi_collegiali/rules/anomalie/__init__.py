"""What a sitting and its paper have against a rule or against themselves, with both sources."""

from organi_collegiali.rules.anomalie.carta import della_carta
from organi_collegiali.rules.anomalie.importi import degli_importi
from organi_collegiali.rules.anomalie.lettura import (
    AllegatoLetto,
    DeliberaLetta,
    Fonti,
    PuntoLetto,
    SedutaLetta,
    Trovata,
)
from organi_collegiali.rules.anomalie.seduta import della_seduta

__all__ = [
    "AllegatoLetto",
    "DeliberaLetta",
    "Fonti",
    "PuntoLetto",
    "SedutaLetta",
    "Trovata",
    "trova",
]


def trova(seduta: SedutaLetta, fonti: Fonti) -> tuple[Trovata, ...]:
    """All that is found in a sitting, in the order in which it is read."""
    return (*della_seduta(seduta, fonti), *degli_importi(seduta), *della_carta(seduta, fonti))
