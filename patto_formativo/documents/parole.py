"""The words that the papers about a person share: who, which path, which number, which act."""

from dataclasses import dataclass
from typing import Final

from django.utils import timezone

from cpia.atti.carta import Congelato
from cpia.atti.models import Protocollo
from cpia.atti.rules import data_estesa, etichetta_protocollo, il_giorno
from cpia.atti.templatetags.stampa import a_luogo
from cpia.scuola.models import Persona, Sede
from cpia.scuola.parole import con_maiuscola, desinenza
from organi_collegiali.models import Delibera
from patto_formativo.models import Corsista
from patto_formativo.queries.crediti import ContoCrediti
from patto_formativo.rules.misure import NULLA, in_cifre, in_ore

NATO_ALL_ESTERO: Final = "EE"


@dataclass(frozen=True)
class Interessato(Congelato):
    """The person as the paper names them."""

    nome: str
    sesso: str
    nascita: str
    luogo: str
    codice_fiscale: str

    @property
    def desinenza(self) -> str:
        return desinenza(self.sesso)


def interessato(persona: Persona) -> Interessato:
    """The person whom a paper is about."""
    return Interessato(
        nome=persona.nome_e_cognome,
        sesso=persona.sesso,
        nascita=il_giorno(persona.data_nascita) if persona.data_nascita else "",
        luogo=_luogo(persona),
        codice_fiscale=persona.codice_fiscale or "",
    )


def _luogo(persona: Persona) -> str:
    """``a Napoli (NA)``, ``all’estero (Marocco)``; nothing where it is not known."""
    luogo, provincia = persona.luogo_nascita, persona.provincia_nascita
    if not luogo:
        return ""
    if provincia == NATO_ALL_ESTERO:
        return f"all’estero ({luogo})"
    return f"{a_luogo(luogo)} ({provincia})" if provincia else a_luogo(luogo)


def sede_detta(corsista: Corsista) -> Sede | None:
    """The site that a paper may name: of a reserved one it says nothing."""
    sede = corsista.offerta.sede
    return None if sede.riservata else sede


def percorso_detto(corsista: Corsista, conto: ContoCrediti) -> str:
    """The path, with the level of Italian if the offer has one."""
    if not corsista.offerta.livello:
        return conto.percorso.etichetta
    livello = f"{conto.percorso.etichetta}, livello {corsista.offerta.livello}"
    ore = sum(conto.per_livello.get(corsista.offerta.livello, {}).values(), NULLA)
    if not ore:
        return livello
    return f"{livello} ({in_ore(ore)}, di {in_cifre(conto.somma)} dei due livelli)"


def protocollo_detto(protocollo: Protocollo) -> str:
    """``Prot. n. 112 del 5 giugno 2024``."""
    giorno = timezone.localdate(protocollo.registrato_il)
    return con_maiuscola(etichetta_protocollo(protocollo.numero, giorno))


def delibera_detta(delibera: Delibera | None) -> str:
    """``n. 4 del 9 novembre 2023, Sezione funzionale di Sant’Anastasia``."""
    if delibera is None:
        return ""
    giorno = data_estesa(timezone.localdate(delibera.adottata_il))
    return f"n. {delibera.numero} del {giorno}, {delibera.organo.nome}"


def nome_detto(persona: Persona | None) -> str:
    """Name and surname; nothing where there is nobody."""
    return persona.nome_e_cognome if persona else ""
