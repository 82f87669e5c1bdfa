"""The frozen words of an application: what was declared, with which papers, when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Intestazione, Verifica, intestazione, verifica
from cpia.atti.rules import data_estesa
from cpia.scuola.parole import con_maiuscola, giorno_e_ora, plurale
from patto_formativo.documents.parole import protocollo_detto
from patto_formativo.models import Carta, DomandaIscrizione

FOGLIO = "crediti"
MODELLO = "domanda-iscrizione/1"
TIPO = "domanda_iscrizione"
NATO_ALL_ESTERO = "EE"


@dataclass(frozen=True)
class Dichiarata(Congelato):
    """A line of the form: what was asked, what was answered."""

    che_cosa: str
    detto: str


@dataclass(frozen=True)
class ContestoDomanda(Congelato):
    """An application as it is printed.

    ``codice`` is that of the receipt, which only the copy of who applied has: nobody keeps it. A
    copy made before the protocol has no ``protocollo`` and an empty ``verifica``.
    """

    istituto: Intestazione
    numero: int
    anno_scolastico: str
    presentata: str
    righe: tuple[Dichiarata, ...]
    carte: tuple[str, ...]
    luogo: str
    emesso: date
    verifica: Verifica
    corretta: str = ""
    codice: str = ""
    protocollo: str = ""

    @property
    def titolo(self) -> str:
        """Of the file: it names nobody."""
        return f"Domanda di iscrizione n. {self.numero}"

    @property
    def luogo_e_data(self) -> str:
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def contesto_domanda(
    domanda: DomandaIscrizione,
    carte: Iterable[Carta],
    *,
    emesso: date,
    codice_verifica: str = "",
    corretta: str = "",
    codice: str = "",
) -> ContestoDomanda:
    """The words of an application; needs offer and site, school year, protocol loaded."""
    istituto = domanda.istituto
    senza = Verifica("", "")
    return ContestoDomanda(
        istituto=intestazione(istituto),
        numero=domanda.pk,
        anno_scolastico=str(domanda.anno_scolastico),
        presentata=f"{giorno_e_ora(domanda.presentata_il)}, {domanda.get_canale_display()}",
        righe=tuple(Dichiarata(*riga) for riga in _righe(domanda) if riga[1]),
        carte=tuple(_carta(carta) for carta in carte),
        luogo=istituto.comune,
        emesso=emesso,
        verifica=verifica(istituto, codice_verifica) if codice_verifica else senza,
        corretta=corretta,
        codice=codice,
        protocollo=protocollo_detto(domanda.protocollo) if domanda.protocollo else "",
    )


def _righe(d: DomandaIscrizione) -> Iterator[tuple[str, str]]:
    """What was asked and what was answered; the empty answers are left out."""
    estero = d.provincia_nascita == NATO_ALL_ESTERO
    yield "Cognome e nome", f"{d.cognome} {d.nome}"
    yield "Sesso", str(d.get_sesso_display())
    dove = d.luogo_nascita if estero else f"{d.luogo_nascita} ({d.provincia_nascita})"
    yield "Nascita", f"{data_estesa(d.data_nascita)}, {dove}"
    yield "Codice fiscale", d.codice_fiscale or "non ancora"
    stato = f": {d.stato_cittadinanza}" if d.stato_cittadinanza else ""
    yield "Cittadinanza", f"{d.get_cittadinanza_display()}{stato}"
    yield "Telefono", d.telefono
    yield "E-mail", d.email
    yield "Lingua che legge meglio", str(d.get_lingua_display())
    yield "Ne risponde", _chi_risponde(d)
    yield "Corso", _corso(d)
    yield "Durata", plurale(d.anni, "anno", "anni")
    yield "Studi", d.titolo_accesso
    yield "Crediti", "chiede il riconoscimento" if d.chiede_crediti else "non li chiede"


def _chi_risponde(d: DomandaIscrizione) -> str:
    if not d.adulto_cognome:
        return ""
    parti = [f"{d.adulto_nome} {d.adulto_cognome}", str(d.get_adulto_legame_display())]
    return ", ".join(filter(None, [*parti, f"ospite di {d.comunita}" if d.comunita else ""]))


def _corso(d: DomandaIscrizione) -> str:
    """The course; of a reserved site neither place nor hours."""
    offerta = d.offerta
    corso = f"{offerta}, livello {offerta.livello}" if offerta.livello else str(offerta)
    if offerta.sede.riservata:
        return corso
    ore = f"dalle {_ora(offerta.dalle)} alle {_ora(offerta.alle)}"
    return f"{corso}; {offerta.sede}, {offerta.giorni}, {ore}"


def _ora(momento: time) -> str:
    return f"{momento.hour}.{momento:%M}"


def _carta(carta: Carta) -> str:
    parti = [
        con_maiuscola(str(carta.get_tipo_display())),
        f"n. {carta.numero}" if carta.numero else "",
        f"valido fino al {data_estesa(carta.scade)}" if carta.scade else "",
        "" if carta.file else "senza copia",
    ]
    return ", ".join(filter(None, parti))


def html_domanda(contesto: ContestoDomanda) -> str:
    """The page of an application, to be printed with ``FOGLIO``."""
    return render_to_string("patto/iscrizioni/pdf/domanda.html", {"domanda": contesto})
