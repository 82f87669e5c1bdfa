"""All that the page of one enrolled person says: where they are, papers, help, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from patto_formativo.enums import StatoCorsista
from patto_formativo.models import (
    Carta,
    Corsista,
    Incontro,
    Membro,
    Prova,
    RichiestaModifica,
    Versione,
)
from patto_formativo.queries.accoglienza import incontri_di, prove_di
from patto_formativo.queries.elenchi import Riga, righe_di
from patto_formativo.queries.frequenza import FrequenzaDi, frequenza_di
from patto_formativo.queries.intervista import Pagina, intervista_di, padronanza, pagina
from patto_formativo.queries.iscrizioni.accoglimento import senza_recapito
from patto_formativo.queries.iscrizioni.giudizi import giudizio_soggiorno
from patto_formativo.queries.iscrizioni.pagina import destinatario_di
from patto_formativo.rules.accoglienza import Tappa
from patto_formativo.rules.permesso import GiudizioSoggiorno
from patto_formativo.rules.sostegno import consiglio, perche_ore
from patto_formativo.tabelle import tabella

ATTIVO = StatoCorsista.ATTIVO.value


@dataclass(frozen=True, slots=True)
class TappaVista:
    """A phase with its number and its meetings."""

    numero: int
    tappa: Tappa
    incontri: tuple[Incontro, ...]


@dataclass(frozen=True)
class Scheda:
    """What the page shows of a person."""

    corsista: Corsista
    riga: Riga
    tappe: tuple[TappaVista, ...]
    prove: tuple[Prova, ...]
    intervista: Pagina
    consiglio: Motivo | None
    ore_in_piu: Motivo | None
    massimo_in_piu: int
    frequenza: FrequenzaDi
    versioni: int
    richieste: int
    gruppi: tuple[str, ...]


def scheda(contesto: Contesto, corsista: Corsista) -> Scheda:
    """The page of a person. A fixed number of queries."""
    riga = righe_di(contesto, Corsista.objects.filter(pk=corsista.pk))[0]
    intervista = intervista_di(corsista)
    massimo = massimo_in_piu(corsista)
    versioni = Versione.objects.filter(istituto=contesto.istituto, patto__corsista=corsista)
    richieste = RichiestaModifica.objects.filter(
        istituto=contesto.istituto, versione__patto__corsista=corsista, risposta_il__isnull=True
    )
    return Scheda(
        corsista=corsista,
        riga=riga,
        tappe=_tappe(riga.accoglienza.tappe, incontri_di(corsista)),
        prove=tuple(prove_di(corsista)),
        intervista=pagina(intervista),
        consiglio=None if corsista.rinforzo else consiglio(padronanza(intervista)),
        ore_in_piu=motivo_ore_in_piu(corsista),
        massimo_in_piu=massimo,
        frequenza=frequenza_di(corsista),
        versioni=versioni.count(),
        richieste=richieste.count(),
        gruppi=_gruppi(contesto, corsista),
    )


def massimo_in_piu(corsista: Corsista) -> int:
    """The hours more that the path admits."""
    percorso = corsista.percorso
    return tabella().percorsi[percorso].in_piu if percorso else 0


def motivo_ore_in_piu(corsista: Corsista) -> Motivo | None:
    """Why the path of a person is longer, when it is."""
    percorso = corsista.percorso
    if percorso is None or not corsista.ore_in_piu:
        return None
    regole = tabella().percorsi[percorso]
    return perche_ore(Fraction(corsista.ore_in_piu), corsista.motivo_ore_in_piu, regole)


def senza_email(corsista: Corsista, oggi: date) -> bool:
    """Whether who has the credentials today has neither e-mail nor login. One query at most."""
    chi = destinatario_di(corsista.domanda, oggi) if corsista.stato == ATTIVO else None
    return chi is not None and senza_recapito(chi)


def soggiorno(contesto: Contesto, corsista: Corsista) -> GiudizioSoggiorno:
    """The paper of stay of a person, for the few who may know. One query."""
    carte = Carta.objects.filter(istituto=contesto.istituto, domanda=corsista.domanda_id)
    return giudizio_soggiorno(corsista.domanda, carte, contesto.oggi)


def _tappe(tappe: Sequence[Tappa], incontri: Sequence[Incontro]) -> tuple[TappaVista, ...]:
    return tuple(
        TappaVista(numero, tappa, tuple(i for i in incontri if i.fase == tappa.prevista.fase))
        for numero, tappa in enumerate(tappe)
    )


def _gruppi(contesto: Contesto, corsista: Corsista) -> tuple[str, ...]:
    membri = Membro.objects.filter(istituto=contesto.istituto, corsista=corsista, al__isnull=True)
    return tuple(membri.order_by("gruppo__nome").values_list("gruppo__nome", flat=True))
