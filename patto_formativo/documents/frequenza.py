"""The frozen words of what is written to who does not come, and of the withdrawal by office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica, firma, intestazione, verifica
from cpia.atti.models import Protocollo
from cpia.atti.rules import data_estesa, etichetta_protocollo
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.parole import elenco, plurale
from patto_formativo.models import AvvisoAssenza, Corsista

FOGLIO_LETTERA, FOGLIO_DECRETO = "circolare", "estratto"
MODELLO_LETTERA, MODELLO_DECRETO = "lettera-assenza/1", "decreto-ritiro/1"
TIPO_AVVISO, TIPO_DECRETO = "avviso_assenza", "decreto_ritiro"
PRIMA_DEL_RITIRO = "Assenza dalle lezioni: comunicazione che precede il ritiro d’ufficio"
DEL_MINORE = "Segnalazione dell’assenza dalle lezioni di un minore"
RITIRO = "Ritiro d’ufficio dal percorso"
ART_9 = "Regolamento d’istituto, capo III, art. 9"


@dataclass(frozen=True)
class Carta(Congelato):
    """A letter or a decree as it is printed; ``visti`` are the premises of a decree."""

    istituto: Intestazione
    data: date
    luogo: str
    destinatario: str
    oggetto: str
    visti: tuple[str, ...]
    capoversi: tuple[str, ...]
    fonte: str
    firma: Firma
    verifica: Verifica
    protocollo: str = ""

    @property
    def titolo(self) -> str:
        return self.oggetto

    @property
    def luogo_e_data(self) -> str:
        return f"{self.luogo}, {data_estesa(self.data)}"


@dataclass(frozen=True, slots=True)
class Assenza:
    """What a paper says of an absence: since which sign, how many lessons, how long one waits.

    ``entro`` is the last day; ``fonte`` is the article of the school on silence.
    """

    corsista: Corsista
    ultimo_segno: date
    perse: int
    entro: date
    fonte: str

    @property
    def chi(self) -> str:
        return self.corsista.persona.nome_e_cognome

    @property
    def dopo(self) -> str:
        """On the day of the last sign the person was still there."""
        return f"dopo il {data_estesa(self.ultimo_segno)}, giorno dell’ultimo segno,"

    @property
    def percorso(self) -> str:
        return str(self.corsista.offerta.get_genere_display())


@dataclass(frozen=True, slots=True)
class Emissione:
    """Who issues a paper, when, with which protocol and code."""

    istituto: Istituto
    firmatario: Persona
    giorno: date
    protocollo: Protocollo
    codice: str


def all_adulto(assenza: Assenza, emissione: Emissione) -> Carta:
    """The notice that comes before a withdrawal (art. 8)."""
    capoversi = (
        f"Gentile {assenza.chi},",
        f"{assenza.dopo} non risulta presente alle lezioni del percorso "
        f"«{assenza.percorso}» ({_perse(assenza)}), e non abbiamo avuto Sue notizie.",
        "L’assenza ininterrotta che supera il tempo previsto dal Regolamento, senza alcuna "
        "comunicazione, porta al ritiro d’ufficio. Questa comunicazione lo precede.",
        "Per non perdere l’iscrizione basta poco: torni a lezione, telefoni, scriva o venga in "
        f"segreteria entro il {data_estesa(assenza.entro)}.",
        "Se entro quel giorno non arriva nessuna notizia, la scuola può disporre il ritiro.",
    )
    return _carta(
        emissione, a=assenza.chi, oggetto=PRIMA_DEL_RITIRO, capoversi=capoversi, fonte=assenza.fonte
    )


def a_chi_risponde(assenza: Assenza, adulti: Sequence[str], emissione: Emissione) -> Carta:
    """The report of the absence of a minor to who answers for the minor (art. 9)."""
    capoversi = (
        f"{'Gentile' if len(adulti) == 1 else 'Gentili'} {elenco(adulti)},",
        f"{assenza.dopo} {assenza.chi} non risulta presente alle lezioni del percorso "
        f"«{assenza.percorso}» ({_perse(assenza)}), e la scuola non ha avuto notizie.",
        "Le assenze dei minori si giustificano da chi ne ha la responsabilità.",
        "Chiediamo di mettersi in contatto con la segreteria al più presto. L’iscrizione resta: un "
        "minore non si ritira d’ufficio.",
    )
    return _carta(emissione, a=elenco(adulti), oggetto=DEL_MINORE, capoversi=capoversi, fonte=ART_9)


def decreto(assenza: Assenza, avviso: AvvisoAssenza, emissione: Emissione) -> Carta:
    """The withdrawal by office: what was absent, what was written, that nothing came back."""
    prot = avviso.protocollo
    estremi = f", prot. n. {prot.numero} del {data_estesa(avviso.giorno)}," if prot else ""
    visti = (
        f"Visto quanto dispone: {assenza.fonte}",
        f"Considerato che {assenza.dopo} {assenza.chi} non è presente alle lezioni del percorso "
        f"«{assenza.percorso}» ({_perse(assenza)}), senza alcuna comunicazione",
        f"Vista la comunicazione all’interessato{estremi} che precede il ritiro",
        f"Considerato che fino al {data_estesa(assenza.entro)} non è arrivata alcuna notizia",
    )
    capoversi = (
        f"il ritiro d’ufficio di {assenza.chi} dal percorso «{assenza.percorso}», dal "
        f"{data_estesa(emissione.giorno)}.",
        "Il patto formativo è chiuso da quel giorno. I crediti riconosciuti restano nel dossier. "
        "Ci si può iscrivere di nuovo.",
    )
    return _carta(
        emissione,
        a=assenza.chi,
        oggetto=RITIRO,
        capoversi=capoversi,
        fonte=assenza.fonte,
        visti=visti,
    )


def _perse(assenza: Assenza) -> str:
    return plurale(assenza.perse, "lezione persa", "lezioni perse")


def _carta(
    emissione: Emissione, *, a: str, oggetto: str, capoversi: tuple[str, ...], fonte: str,
    visti: tuple[str, ...] = (),
) -> Carta:  # fmt: skip
    protocollo = emissione.protocollo
    return Carta(
        istituto=intestazione(emissione.istituto),
        data=emissione.giorno,
        luogo=emissione.istituto.comune,
        destinatario=a,
        oggetto=oggetto,
        visti=visti,
        capoversi=capoversi,
        fonte=fonte,
        firma=firma(emissione.firmatario, emissione.giorno),
        verifica=verifica(emissione.istituto, emissione.codice),
        protocollo=etichetta_protocollo(protocollo.numero, emissione.giorno),
    )


def html_lettera(carta: Carta) -> str:
    """The page of a letter, to be printed with ``FOGLIO_LETTERA``."""
    return render_to_string("patto/frequenza/pdf/lettera.html", {"carta": carta})


def html_decreto(carta: Carta) -> str:
    """The page of a decree, to be printed with ``FOGLIO_DECRETO``."""
    return render_to_string("patto/frequenza/pdf/decreto.html", {"carta": carta})
