"""The roll call of a sitting of the past, taken from its paper."""

from collections.abc import Collection
from datetime import datetime

from organi_collegiali.enums import Componente, Presenza
from organi_collegiali.models import Convocato, Movimento, Seduta

Membri = list[Convocato]


def membri(seduta: Seduta) -> Membri:
    """Who was convened with a vote."""
    righe = Convocato.objects.filter(istituto=seduta.istituto, seduta=seduta, con_voto=True)
    return list(righe.select_related("persona", "mandato").order_by("pk"))


def senza_cariche(seduta: Seduta, tutti: Membri) -> Membri:
    """Those who have no login and hold no office of the sitting: they may be missing."""
    propri = {seduta.presiede_id, seduta.verbalizza_id}
    return [m for m in tutti if m.persona_id not in propri and not m.persona.utente_id]


def mancano(tutti: Membri, componenti: Collection[Componente], salta: int = 0) -> Membri:
    """One of each of these components, who had written: the first but ``salta``."""
    assenti = [[m for m in tutti if m.componente == c][salta] for c in componenti]
    for membro in assenti:
        membro.presenza = Presenza.ASSENTE_GIUSTIFICATO
        membro.save(update_fields=["presenza"])
    return assenti


def entrano(
    presenti: Membri,
    alle: datetime,
    *,
    tardi: Convocato | None = None,
    poi: datetime | None = None,
) -> None:
    """They answer at the roll call; who is late was absent then, and comes in later."""
    if tardi is not None:
        tardi.presenza = Presenza.ASSENTE_INGIUSTIFICATO
        tardi.save(update_fields=["presenza"])
    Movimento.objects.bulk_create(
        Movimento(
            istituto_id=membro.istituto_id, convocato=membro, entra=True,
            quando=poi if poi and membro == tardi else alle,
        )
        for membro in presenti
    )  # fmt: skip
