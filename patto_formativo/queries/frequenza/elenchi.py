"""The lists of who is absent and of who may be admitted to the final exam."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db.models import Q, QuerySet

from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico
from patto_formativo.enums import GenereOfferta, StatoCorsista
from patto_formativo.models import Corsista
from patto_formativo.queries.frequenza.calcolo import FrequenzaDi, frequenze
from patto_formativo.queries.frequenza.silenzi import SilenzioDi, silenzi
from patto_formativo.queries.visibili import Veste, corsisti
from patto_formativo.rules.ammissione import Ammissione, giudica_ammissione
from patto_formativo.rules.silenzio import Passo

V = Veste
# Who is going to be silent for too long is on the list so many days before.
PRIMA: Final = timedelta(days=31)
CON: Final = ("persona", "domanda", "offerta__sede", "tutor")


@dataclass(frozen=True)
class Assente:
    """Somebody who does not come, with the step that the school may take."""

    corsista: Corsista
    silenzio: SilenzioDi


@dataclass(frozen=True)
class Candidato:
    """Somebody on the path to the final exam, with what the agreement says of the admission."""

    corsista: Corsista
    frequenza: FrequenzaDi
    ammissione: Ammissione


def seguiti(contesto: Contesto) -> QuerySet[Corsista]:
    """Those on a path whose attendance the person looks after."""
    return (
        corsisti(contesto, V.UFFICIO, V.DIREZIONE, V.SEDE, V.TUTOR)
        .filter(stato=StatoCorsista.ATTIVO)
        .select_related(*CON)
    )


def assenti(contesto: Contesto) -> list[Assente]:
    """Who is silent, those for whom something may be done first. A fixed number of queries."""
    persone = {corsista.pk: corsista for corsista in seguiti(contesto)}
    righe = [
        Assente(persone[pk], silenzio)
        for pk, silenzio in silenzi(persone.values(), contesto.oggi).items()
        if silenzio.perse and silenzio.giudizio.dal <= contesto.oggi + PRIMA
    ]
    return sorted(righe, key=lambda riga: (riga.silenzio.passo == Passo.NIENTE, riga.silenzio.dal))


def candidati(contesto: Contesto, anno: AnnoScolastico | None) -> list[Candidato]:
    """Those on the first period this year, with what the agreement says. Fixed queries."""
    persone = {
        corsista.pk: corsista
        for corsista in seguiti(contesto).filter(
            Q(anno_scolastico=anno, ultimo_anno__isnull=True) | Q(ultimo_anno=anno),
            offerta__genere=GenereOfferta.PRIMO_PERIODO.value,
        )
    }
    di_ciascuno = frequenze(persone.values(), contesto.oggi)
    return [
        Candidato(
            corsista,
            di_ciascuno[pk],
            giudica_ammissione(
                sottoscritto=di_ciascuno[pk].sottoscritto, frequenza=di_ciascuno[pk].giudizio
            ),
        )
        for pk, corsista in persone.items()
    ]
