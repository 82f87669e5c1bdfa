"""The words that the papers of the outcome share."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone

from bonus_merito.enums import Categoria, Lordo
from bonus_merito.models import Criteri, Procedura
from cpia.atti import carta
from cpia.atti.carta import Firma, Intestazione, Verifica
from cpia.atti.models import Protocollo
from cpia.atti.rules import data_estesa, del_giorno, etichetta_protocollo
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.parole import con_maiuscola

FOGLIO: Final = "bonus"
CHI: Final = {Categoria.DOCENTI: "docenti", Categoria.ATA: "personale ATA"}


@dataclass(frozen=True, slots=True)
class Emissione:
    """What every paper has when it is issued: whose, who signs, when, number, code."""

    istituto: Istituto
    firmatario: Persona
    giorno: date
    protocollo: Protocollo
    codice: str

    @property
    def intestazione(self) -> Intestazione:
        return carta.intestazione(self.istituto)

    @property
    def firma(self) -> Firma:
        return carta.firma(self.firmatario, self.giorno)

    @property
    def verifica(self) -> Verifica:
        return carta.verifica(self.istituto, self.codice)


def protocollo_detto(protocollo: Protocollo) -> str:
    """``Prot. n. 112 del 5 giugno 2024``."""
    giorno = timezone.localdate(protocollo.registrato_il)
    return con_maiuscola(etichetta_protocollo(protocollo.numero, giorno))


def luogo_e_data(luogo: str, giorno: date) -> str:
    """``Caltanissetta, 5 giugno 2024``."""
    return f"{luogo}, {data_estesa(giorno)}"


def bonus_di(procedura: Procedura) -> str:
    """``Valorizzazione del merito, docenti, anno scolastico 2023/24``."""
    chi = CHI[Categoria(procedura.categoria)]
    return f"Valorizzazione del merito, {chi}, anno scolastico {procedura.fondo.anno_scolastico}"


def criteri_detti(procedura: Procedura) -> str:
    """The criteria with the acts that adopted them."""
    criteri = procedura.criteri
    atti = []
    if criteri.delibera is not None:
        giorno = data_estesa(timezone.localdate(criteri.delibera.adottata_il))
        atti.append(
            f"delibera n. {criteri.delibera.numero} del {giorno}, {criteri.delibera.organo.nome}"
        )
    if criteri.atto:
        atti.append(atto_con_il_giorno(criteri))
    return f"«{criteri.titolo}», {'; '.join(atti)}"


def atto_con_il_giorno(criteri: Criteri) -> str:
    """``decreto n. 334 del 20 maggio 2019``: the words of an old act often say their own day."""
    if criteri.adottati_il is None or data_estesa(criteri.adottati_il) in criteri.atto:
        return criteri.atto
    return f"{criteri.atto} {del_giorno(criteri.adottati_il)}"


def lordo_detto(procedura: Procedura) -> str:
    """``lordo dipendente``."""
    return Lordo(procedura.fondo.lordo).etichetta


def appellativo(persona: Persona, procedura: Procedura) -> str:
    """How a letter begins: ``Alla prof.ssa``, ``Al sig.``."""
    donna = persona.sesso == "F"
    if procedura.categoria == Categoria.DOCENTI.value:
        return "Alla prof.ssa" if donna else "Al prof."
    return "Alla sig.ra" if donna else "Al sig."
