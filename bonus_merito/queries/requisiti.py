"""The preconditions as the office sees them: who sent a request, what was ascertained, the outcome.

Never what was declared, nor how it was judged.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bonus_merito.enums import Esclusione
from bonus_merito.models import Procedura, Requisiti, Richiesta
from bonus_merito.queries.posizioni import posizione_di
from bonus_merito.queries.proprie import CONCORRONO, giudicata
from bonus_merito.queries.regole import regole_di
from bonus_merito.rules.esclusioni import Posizione, esclusione, perche_escluso
from bonus_merito.rules.misure import in_cifre
from bonus_merito.rules.regole import RegoleEsclusione
from cpia.norme.enums import Voce
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from cpia.scuola.parole import con_maiuscola


class Filtro(Voce):
    """What the list shows."""

    TUTTI = "", "Tutti"
    DA_CONTROLLARE = "da_controllare", "Da controllare"
    IN_REGOLA = "in_regola", "In regola"
    ESCLUSI = "esclusi", "Esclusi"


@dataclass(frozen=True)
class Controllo:
    """Somebody with what was ascertained; without it there is no outcome."""

    richiesta: Richiesta
    requisiti: Requisiti | None
    posizione: Posizione
    escluso: Esclusione | None
    motivo: Motivo

    @property
    def filtro(self) -> Filtro:
        """Where it is found."""
        if self.requisiti is None:
            return Filtro.DA_CONTROLLARE
        return Filtro.ESCLUSI if self.escluso else Filtro.IN_REGOLA

    @property
    def assenza(self) -> str:
        """Per cent of the days, as a figure; empty where nothing was ascertained."""
        return in_cifre(self.posizione.assenza) if self.requisiti else ""

    @property
    def stato(self) -> str:
        """In a word, for the list and for the file."""
        if self.requisiti is None:
            return "da controllare"
        if self.escluso is None:
            return "in regola"
        fuori = "esclusa" if self.richiesta.persona.sesso == "F" else "escluso"
        return f"{fuori}: {self.escluso.etichetta}"


def controllo(
    richiesta: Richiesta, requisiti: Requisiti | None, regole: RegoleEsclusione
) -> Controllo:
    """The outcome of the preconditions of somebody; also of a row that is not kept. No query."""
    posizione = posizione_di(requisiti, richiesta.procedura, regole)
    escluso = esclusione(posizione, regole)
    chi = richiesta.persona.nome_e_cognome
    return Controllo(
        richiesta,
        requisiti,
        posizione,
        escluso,
        perche_escluso(chi, escluso, posizione, regole, richiesta.persona.sesso),
    )


def requisiti_di(richiesta: Richiesta) -> Requisiti | None:
    """What was ascertained of who sent a request. One query."""
    return (
        Requisiti.objects.filter(
            istituto_id=richiesta.istituto_id, procedura=richiesta.procedura_id,
            persona=richiesta.persona_id,
        )
        .select_related("controllati_da")
        .first()
    )  # fmt: skip


def propri(contesto: Contesto, procedura: Procedura) -> Controllo | None:
    """The own preconditions, for who is judged on them: None where nobody takes part as this.

    What was ascertained is read by whom it is about, before it excludes. Two queries at most.
    """
    richiesta = giudicata(contesto, procedura)
    if richiesta is None:
        return None
    richiesta.procedura, richiesta.persona = procedura, contesto.persona
    uno = controllo(richiesta, requisiti_di(richiesta), regole_di(procedura).esclusioni)
    nome = f"{contesto.persona.nome_e_cognome}: "
    testo = con_maiuscola(uno.motivo.testo.removeprefix(nome))
    return replace(uno, motivo=replace(uno.motivo, testo=testo))


def controlli(procedura: Procedura) -> list[Controllo]:
    """Everybody who sent a request, by name. Two queries."""
    regole = regole_di(procedura).esclusioni
    trovati = {
        requisiti.persona_id: requisiti
        for requisiti in Requisiti.objects.filter(
            istituto_id=procedura.istituto_id, procedura=procedura
        ).select_related("controllati_da")
    }
    righe = Richiesta.objects.filter(
        istituto_id=procedura.istituto_id, procedura=procedura, stato__in=CONCORRONO
    ).select_related("persona", "protocollo")
    fatti = []
    for riga in righe.order_by("persona__cognome", "persona__nome", "pk"):
        riga.procedura = procedura
        fatti.append(controllo(riga, trovati.get(riga.persona_id), regole))
    return fatti


def scelti(tutti: Iterable[Controllo], filtro: Filtro) -> list[Controllo]:
    """Only those of a filter."""
    return [uno for uno in tutti if filtro in (Filtro.TUTTI, uno.filtro)]


def prossimo_da_controllare(tutti: Iterable[Controllo], dopo: int) -> Controllo | None:
    """Who comes next among those that nobody looked at yet, after a request, then from the top."""
    righe = list(tutti)
    posto = next((n for n, uno in enumerate(righe) if uno.richiesta.pk == dopo), -1)
    attesi = [uno for uno in righe[posto + 1 :] + righe[: posto + 1] if uno.requisiti is None]
    return next((uno for uno in attesi if uno.richiesta.pk != dopo), None)
