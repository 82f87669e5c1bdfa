"""Organs, sittings and deliberations that one may open; of what is reserved nothing is found."""

from typing import Any

from django.db.models import Value
from django.utils import timezone

from cpia.portale.ricerca.confronto import Insieme, numerato, numero, trova
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import UFFICIO, indirizzo
from cpia.portale.ricerca.risultati import Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import Contesto
from organi_collegiali.models import OrganoCollegiale, Seduta
from organi_collegiali.queries import cercabili


def organi(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by name. One query."""
    righe = cercabili.organi(contesto, ufficio=contesto.ha(*UFFICIO))
    testo = Insieme("nome", Value("organo collegiale"))
    trovate = trova(righe, domanda.senza_articoli, testo, "tipo", "nome", "pk")
    return trovati(trovate[fetta], lambda organo: _organo(contesto, organo))


def _organo(contesto: Contesto, organo: OrganoCollegiale) -> Risultato:
    dove = indirizzo("organi:organo", contesto, organo.pk)
    return Risultato(organo.nome, organo.get_tipo_display(), dove)


def sedute(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by organ, number and what is on the agenda. One query."""
    trovate = trova(
        cercabili.sedute(contesto, ufficio=contesto.ha(*UFFICIO)),
        domanda.senza_articoli,
        Insieme(Value("seduta n"), numero("numero"), "organo__nome", "argomenti", "luogo"),
        "-inizio_previsto",
        "-pk",
        esatto=numerato(domanda, "numero"),
    )
    return trovati(trovate[fetta], lambda seduta: _seduta(contesto, seduta))


def _seduta(contesto: Contesto, seduta: Seduta) -> Risultato:
    numerata = f"seduta n. {seduta.numero}" if seduta.numero else "seduta in preparazione"
    quando = seduta.inizio_previsto
    return Risultato(
        f"{seduta.organo}, {numerata}",
        f"Seduta {seduta.get_stato_display()}",
        indirizzo("organi:seduta" if seduta.numero else "organi:prepara", contesto, seduta.pk),
        timezone.localdate(quando) if quando else None,
    )


def delibere(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by number, subject and text. One query."""
    trovate = trova(
        cercabili.delibere(contesto, ufficio=contesto.ha(*UFFICIO)),
        domanda.senza_articoli,
        Insieme(Value("delibera n"), numero("numero"), "detto", "organo__nome", "dispone"),
        "-adottata_il",
        "-pk",
        esatto=numerato(domanda, "numero"),
    )
    return trovati(trovate[fetta], lambda delibera: _delibera(contesto, delibera))


def _delibera(contesto: Contesto, delibera: Any) -> Risultato:
    return Risultato(
        delibera.detto,
        f"Delibera n. {delibera.numero}, {delibera.organo}",
        indirizzo("organi:delibera", contesto, delibera.pk),
        timezone.localdate(delibera.adottata_il),
    )
