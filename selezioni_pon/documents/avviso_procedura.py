"""The articles of a call on what happens next: application, ranking, complaint, assignment."""

from typing import Final

from cpia.scuola.models import Istituto
from cpia.scuola.parole import plurale
from selezioni_pon.documents.articoli import Articolo, Punto, dati, paragrafi
from selezioni_pon.documents.parole import citata
from selezioni_pon.enums import Fase, TipoCriterio
from selezioni_pon.rules.autorizzazione import ART_53
from selezioni_pon.rules.avviso import Bando
from selezioni_pon.rules.fonti import COLLABORAZIONI, CONFLITTO, DOPO_LA_SCADENZA
from selezioni_pon.rules.in_gara import Criterio
from selezioni_pon.rules.regole import RegoleSelezioni
from selezioni_pon.rules.termine import PERENTORIO, al_secondo

RESPONSABILE: Final = "L. 241/1990, artt. 5 e 8"
UNA_NON_BASTA: Final = "Una sola domanda non basta a fare una graduatoria."
ACCESSO: Final = "L. 241/1990, artt. 22-25"
RINNOVO: Final = f"{COLLABORAZIONI} lett. c"
DICHIARATI: Final = "D.P.R. 445/2000, artt. 46, 47 e 76"


def domanda(bando: Bando) -> Articolo:
    """By when and how one applies."""
    termine = al_secondo(bando.finestra.chiude) if bando.finestra else ""
    return Articolo(
        "Domanda e termine",
        dati=dati(("Si presenta fino a", termine), ("Perché un termine più breve", bando.urgenza)),
        testi=dati(("Come si presenta", bando.come_si_presenta)),
        paragrafi=(
            Punto("Una domanda arrivata dopo il termine non si valuta.", PERENTORIO),
            Punto("I titoli si dichiarano e non si allegano certificati.", DICHIARATI),
        ),
    )


def graduatoria(bando: Bando, regole: RegoleSelezioni, istituto: Istituto) -> Articolo:
    """Who assesses, how ties are decided, what is published."""
    commissione, unico = regole.commissione, regole.unico_valutato
    almeno = f"almeno {plurale(commissione.minimo.valore, 'componente', 'componenti')}"
    dispari = ", in numero dispari" if commissione.dispari.valore else ""
    parita = tuple(
        Punto(uno.tipo.etichetta, citata(uno.fonte, istituto))
        for uno in regole.parita
        if _si_applica(uno, bando)
    )
    uno_solo = "Anche una sola domanda si valuta." if unico.valore else UNA_NON_BASTA
    return Articolo(
        "Commissione e graduatoria",
        paragrafi=(
            Punto(
                "La commissione è nominata dal dirigente dopo la scadenza del termine: ha "
                f"{almeno}{dispari}.",
                DOPO_LA_SCADENZA,
            ),
            Punto(
                "Prima di leggere le domande ogni componente dichiara di non avere conflitti di "
                "interessi.",
                CONFLITTO,
            ),
            Punto(uno_solo, citata(unico.fonte, istituto)),
            *paragrafi("A parità di punti decidono, nell’ordine:" if parita else ""),
        ),
        elenco=parita,
        seguono=(
            Punto(
                "La graduatoria è approvata dal dirigente ed è pubblicata all’albo: "
                f"{regole.pubblicazione.valore.etichetta}.",
                citata(regole.pubblicazione.fonte, istituto),
            ),
        ),
    )


def _si_applica(criterio: Criterio, bando: Bando) -> bool:
    """Where the pay is fixed nobody offers a lower one."""
    fisso = bando.compenso is not None and bando.compenso.fisso
    return not (fisso and criterio.tipo is TipoCriterio.MINOR_OFFERTA)


def reclamo(bando: Bando, regole: RegoleSelezioni, istituto: Istituto) -> Articolo:
    """Within how many days one complains and is answered."""
    scelti, della_scuola = bando.reclamo_giorni, regole.reclamo.giorni
    giorni = della_scuola.valore if scelti is None else scelti
    fonte = della_scuola.fonte if scelti in (None, della_scuola.valore) else ""
    decisione = regole.reclamo.decisione
    return Articolo(
        "Reclamo",
        paragrafi=(
            Punto(
                "Contro la graduatoria provvisoria chi vi ha interesse propone reclamo al "
                f"dirigente entro {plurale(giorni, 'giorno', 'giorni')} dalla pubblicazione "
                "all’albo.",
                citata(fonte or regole.reclamo.scelte.fonte, istituto),
            ),
            Punto(
                "Il reclamo è deciso entro "
                f"{plurale(decisione.valore, 'giorno', 'giorni')}, con la sua ragione; poi la "
                "graduatoria è definitiva.",
                citata(decisione.fonte, istituto),
            ),
            Punto("Restano i rimedi davanti al giudice e il diritto di vedere gli atti.", ACCESSO),
        ),
    )


def affidamento(bando: Bando) -> Articolo:
    """How the work is given to who comes first."""
    if bando.fase is Fase.INTERNI:
        testo = "L’incarico è affidato con lettera di incarico, scorrendo la graduatoria."
        return Articolo("Affidamento", paragrafi=paragrafi(testo))
    return Articolo(
        "Affidamento",
        paragrafi=(
            Punto(
                "L’incarico è affidato con lettera o contratto, scorrendo la graduatoria. Non si "
                "rinnova; si proroga solo per completare il progetto, per ritardi non imputabili "
                "a chi lavora.",
                RINNOVO,
            ),
            Punto(
                "Chi dipende da un’altra scuola o amministrazione pubblica ha prima la sua "
                "autorizzazione, nei casi in cui la legge la chiede.",
                ART_53,
            ),
        ),
    )


def responsabile(bando: Bando) -> Articolo:
    """Who answers for the procedure."""
    testo = f"Responsabile del procedimento: {bando.responsabile}."
    return Articolo("Responsabile del procedimento", paragrafi=(Punto(testo, RESPONSABILE),))
