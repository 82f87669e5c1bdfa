"""The articles of a letter of assignment or of a contract."""

from fractions import Fraction
from typing import Final

from cpia.atti.rules import data_estesa
from cpia.scuola.models import Istituto
from selezioni_pon.documents.articoli import Articolo, Punto, dati, paragrafi
from selezioni_pon.documents.parole import citata
from selezioni_pon.enums import TipoContratto
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import avviso_di, vicenda_di
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.anagrafe import ATTESTAZIONE
from selezioni_pon.rules.buon_esito import A_FASI, ART_8
from selezioni_pon.rules.cifre import in_cifre, in_euro
from selezioni_pon.rules.contratti import EFFICACIA, RINNOVO
from selezioni_pon.rules.fonti import CONFLITTO
from selezioni_pon.rules.stipula import OPERA
from selezioni_pon.rules.svolgimento import ONERI

CODICE: Final = "D.P.R. 62/2013, art. 2 c. 3"
INCOMPATIBILI: Final = "D.Lgs. 165/2001, art. 53"
PERSONALE: Final = "D.Lgs. 33/2013, art. 18"
TRACCIABILI: Final = "L. 136/2010, art. 3"
DATI: Final = "Regolamento (UE) 2016/679, art. 6 par. 1 lett. b) e c)"


def articoli(contratto: Contratto, istituto: Istituto) -> tuple[Articolo, ...]:
    """What the two sides agree on, each with its source as this school may cite it."""
    esterno = TipoContratto(contratto.tipo) is TipoContratto.CONTRATTO
    return (
        _oggetto(contratto),
        _durata(contratto, istituto),
        _compenso(contratto, istituto),
        *((_natura(istituto),) if esterno else ()),
        _verifica(contratto, istituto),
        _pubblicita(contratto, istituto, esterno=esterno),
        _dichiarazioni(contratto, esterno=esterno),
        _privacy(istituto),
    )


def _oggetto(contratto: Contratto) -> Articolo:
    avviso = avviso_di(contratto)
    progetto = avviso.selezione.progetto
    return Articolo(
        "Oggetto",
        dati=dati(
            ("Progetto", progetto.titolo),
            ("Codice del progetto", progetto.codice),
            ("CUP", progetto.cup),
            ("CIG", avviso.cig),
            ("Incarico", avviso.selezione.ruolo),
            ("Ordine scolastico", avviso.ordine_scolastico),
            ("Ore", in_cifre(Fraction(contratto.ore))),
            ("Luogo", avviso.luogo),
        ),
        testi=dati(("Attività", progetto.attivita), ("Prodotti finali", progetto.prodotti)),
    )


def _durata(contratto: Contratto, istituto: Istituto) -> Articolo:
    periodo = f"{data_estesa(contratto.dal)} – {data_estesa(contratto.al)}, ultimo giorno compreso"
    sospensioni = avviso_di(contratto).sospensioni
    return Articolo(
        "Durata",
        dati=dati(("Periodo", periodo), ("Sospensioni", sospensioni)),
        paragrafi=(
            Punto(
                "L’incarico non si rinnova. Si proroga solo per completare il progetto, per "
                "ritardi che non dipendono da chi lo svolge, con lo stesso compenso.",
                citata(RINNOVO, istituto),
            ),
        ),
    )


def _compenso(contratto: Contratto, istituto: Istituto) -> Articolo:
    avviso = avviso_di(contratto)
    return Articolo(
        "Compenso",
        dati=dati(
            ("Compenso complessivo lordo", in_euro(contratto.compenso)),
            ("Quando si paga", avviso.pagamento),
            ("Trattamento fiscale e previdenziale", avviso.trattamento),
        ),
        paragrafi=(
            Punto(
                "Il compenso si liquida per le ore svolte, dopo la verifica del lavoro: di norma "
                "alla fine, a fasi se così è pattuito.",
                citata(A_FASI, istituto),
            ),
            Punto(
                "Non sono dovuti altri oneri né rimborsi, se non previsti e autorizzati prima.",
                citata(ONERI, istituto),
            ),
        ),
    )


def _natura(istituto: Istituto) -> Articolo:
    testo = (
        "Il rapporto è di prestazione d’opera intellettuale, senza vincolo di subordinazione: chi "
        "lo svolge lo fa di persona, in autonomia, secondo gli obiettivi del progetto."
    )
    return Articolo("Natura del rapporto", paragrafi=(Punto(testo, citata(OPERA, istituto)),))


def _verifica(contratto: Contratto, istituto: Istituto) -> Articolo:
    giorni = regole_di(avviso_di(contratto)).integrazione
    return Articolo(
        "Verifica del lavoro",
        paragrafi=(
            Punto(
                "Il dirigente verifica se i risultati corrispondono agli obiettivi. Se sono "
                f"soddisfacenti solo in parte può chiedere di integrarli, al più in "
                f"{giorni.valore} giorni, o liquidare una parte del compenso; se non sono "
                "conformi può chiedere di integrarli o risolvere il contratto.",
                citata(ART_8, istituto),
            ),
        ),
    )


def _pubblicita(contratto: Contratto, istituto: Istituto, *, esterno: bool) -> Articolo:
    if not esterno:
        testo = "La scuola pubblica nome, oggetto, durata e compenso dell’incarico."
        return Articolo("Pubblicità", paragrafi=(Punto(testo, PERSONALE),))
    obbligo = vicenda_di(contratto).obbligo
    comunicata = obbligo is not None and obbligo.condizione
    prima = " e della comunicazione alla Funzione pubblica" if comunicata else ""
    testo = (
        "La scuola pubblica nome, oggetto, durata, compenso e curriculum, gli altri incarichi "
        "dichiarati e che non ci sono conflitti di interessi. Prima della pubblicazione"
        f"{prima} il contratto non ha effetto e il compenso non si può pagare."
    )
    fonte = citata(EFFICACIA, istituto)
    return Articolo("Efficacia e pubblicità", paragrafi=(Punto(testo, f"{fonte}; {ATTESTAZIONE}"),))


def _dichiarazioni(contratto: Contratto, *, esterno: bool) -> Articolo:
    avviso = avviso_di(contratto)
    elenco = [
        Punto("di non trovarsi in conflitto di interessi con la scuola", CONFLITTO),
        Punto("di non avere incarichi o attività incompatibili con questo", INCOMPATIBILI),
        Punto("di rispettare il codice di comportamento dei dipendenti pubblici", CODICE),
    ]
    if esterno and (avviso.cig or avviso.selezione.progetto.cup):
        testo = "di assumere gli obblighi di tracciabilità dei pagamenti, se dovuti"
        elenco.append(Punto(testo, TRACCIABILI))
    return Articolo(
        "Dichiarazioni",
        paragrafi=paragrafi("Chi riceve l’incarico, firmando, dichiara sotto la propria "
                            "responsabilità:"),
        elenco=tuple(elenco),
    )  # fmt: skip


def _privacy(istituto: Istituto) -> Articolo:
    testo = (
        f"{istituto.denominazione} tratta i dati personali solo per l’incarico e per gli obblighi "
        "di legge che ne nascono, come è scritto nell’avviso."
    )
    return Articolo("Dati personali", paragrafi=(Punto(testo, DATI),))
