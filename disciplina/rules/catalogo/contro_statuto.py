"""Where a regulation departs from the Statute of the students, item by item."""

from collections.abc import Iterator
from datetime import date

from cpia.scuola.parole import elenco
from disciplina.enums import (
    CodiceRilievo,
    ComponenteGaranzia,
    Composizione,
    Contro,
    EsitoRicorso,
    Giudice,
    Provvedimento,
)
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.catalogo.righe import Competenza
from disciplina.rules.catalogo.rilievi import Lettura, Rilievo
from disciplina.rules.fonti import NOTA, statuto
from disciplina.rules.statuto import (
    QUINDICI,
    attivita_di_legge,
    composizione_di_legge,
    organi_di_legge,
)

ELETTI = (
    "Dell’organo fa parte almeno un rappresentante eletto: dai genitori nella scuola media, dagli "
    "studenti nella superiore."
)
TEMPORANEE = "Le sanzioni sono sempre temporanee e proporzionate."
OGNI_SANZIONE = "Contro le sanzioni disciplinari è ammesso ricorso a un organo di garanzia interno."
PIENI = {EsitoRicorso.CONFERMATA, EsitoRicorso.MODIFICATA, EsitoRicorso.REVOCATA}


def contro_lo_statuto(catalogo: Catalogo, giorno: date) -> Iterator[Rilievo]:
    """The departures, by the law in force on a day."""
    for competenza in catalogo.competenze:
        yield from _organo(catalogo, competenza, giorno)
    yield from _temporanee(catalogo)
    yield from _ricorsi(catalogo)
    yield from _eletti(catalogo)
    yield from _attivita(catalogo, giorno)


def _organo(catalogo: Catalogo, riga: Competenza, giorno: date) -> Iterator[Rilievo]:
    legge = organi_di_legge(Provvedimento.SOSPENSIONE, riga.dal, giorno)
    qui = Lettura(catalogo.fonte(riga.articolo), riga.testo)
    fino = f" a {riga.al}" if riga.al else " in su"
    if legge and riga.organo not in legge.organi:
        yield Rilievo(
            CodiceRilievo.ORGANO_NON_DI_LEGGE,
            riga.articolo,
            f"Da {riga.dal}{fino} giorni sospende {riga.organo.etichetta}: lo Statuto vuole "
            f"{elenco(organo.etichetta for organo in legge.organi)}.",
            qui,
            Lettura(legge.fonte, legge.testo),
            "lo Statuto: la sospensione decisa da un altro organo è illegittima",
        )
    if riga.composizione is Composizione.SOLI_DOCENTI:
        yield Rilievo(
            CodiceRilievo.COMPOSIZIONE_NON_DI_LEGGE,
            riga.articolo,
            f"Da {riga.dal}{fino} giorni il consiglio di classe siede con i soli docenti.",
            qui,
            Lettura(NOTA, composizione_di_legge(riga.dal, Composizione.COMPLETA).testo),
            "il regolamento, finché il consiglio d’istituto non lo cambia",
            da_verificare=True,
        )


def _temporanee(catalogo: Catalogo) -> Iterator[Rilievo]:
    for sanzione in catalogo.del_tipo(Provvedimento.ESCLUSIONE_CORSI):
        yield Rilievo(
            CodiceRilievo.NON_TEMPORANEA,
            sanzione.articolo,
            f"«{sanzione.nome}»: non ha un termine.",
            Lettura(catalogo.fonte(sanzione.articolo), sanzione.nome),
            Lettura(statuto("5"), TEMPORANEE),
            "il regolamento, per i soli adulti: lo Statuto è scritto per le scuole secondarie",
            da_verificare=True,
        )


def _ricorsi(catalogo: Catalogo) -> Iterator[Rilievo]:
    """Sanctions against which the organ of guarantee does not decide."""
    piene = {
        via.contro
        for via in catalogo.vie
        if via.giudice is Giudice.ORGANO_GARANZIA and set(via.esiti) >= PIENI
    }
    if Contro.TUTTE in piene:
        return
    for manca in (Contro.ALLONTANAMENTO, Contro.SENZA_ALLONTANAMENTO):
        if manca in piene:
            continue
        vie = [via for via in catalogo.vie if via.contro is manca] or list(catalogo.vie)
        yield Rilievo(
            CodiceRilievo.RICORSO_PARZIALE,
            vie[0].articolo,
            f"L’organo di garanzia non decide contro {manca.etichetta}.",
            Lettura(catalogo.fonte(vie[0].articolo), vie[0].testo),
            Lettura(statuto("1", 5), OGNI_SANZIONE),
            "lo Statuto: il ricorso è ammesso contro ogni sanzione",
        )


def _eletti(catalogo: Catalogo) -> Iterator[Rilievo]:
    garanzia = catalogo.garanzia
    di_parte = {ComponenteGaranzia.GENITORE, ComponenteGaranzia.STUDENTE}
    posti = [posto for posto in garanzia.posti if posto.componente in di_parte]
    if any(posto.eletti for posto in posti):
        return
    chi = elenco(f"{posto.componente.etichetta}: {posto.scelto_da}" for posto in posti)
    yield Rilievo(
        CodiceRilievo.NON_ELETTI,
        garanzia.articolo,
        f"Nessun rappresentante è eletto ({chi}).",
        Lettura(catalogo.fonte(garanzia.articolo), garanzia.testo),
        Lettura(statuto("1", 5), ELETTI),
        "lo Statuto: i rappresentanti si eleggono",
    )


def _attivita(catalogo: Catalogo, giorno: date) -> Iterator[Rilievo]:
    """Suspensions up to fifteen days, from when the Statute wants something done meanwhile."""
    for sanzione in catalogo.del_tipo(Provvedimento.SOSPENSIONE):
        legge = attivita_di_legge(sanzione.dal, giorno) if sanzione.dal <= QUINDICI else None
        if legge:
            qui = sanzione.attivita or "il regolamento non dice che cosa si fa"
            yield Rilievo(
                CodiceRilievo.SENZA_ATTIVITA,
                sanzione.articolo,
                f"{sanzione.nome}: {qui}.",
                Lettura(catalogo.fonte(sanzione.articolo), qui),
                Lettura(legge.fonte, legge.testo),
                "lo Statuto: il provvedimento dice quale attività",
            )
