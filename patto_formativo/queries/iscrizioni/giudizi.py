"""What the rules say of an application, from what was written and from its papers."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db.models import Q
from django.utils import timezone

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.rules import di_ente, incoerenze, leggi_codice_fiscale
from patto_formativo.enums import (
    Cittadinanza,
    GenereOfferta,
    StatoCorsista,
    StatoDomanda,
    TipoCarta,
)
from patto_formativo.models import Carta, DomandaIscrizione, Offerta
from patto_formativo.queries.regole import RegolePatto
from patto_formativo.queries.regole import regole as regole_della_scuola
from patto_formativo.rules import iscrizione as regole
from patto_formativo.rules.doveri import Sorveglianza, sorveglia_soggiorno
from patto_formativo.rules.permesso import (
    GiudizioSoggiorno,
    Soggiorno,
    Titolo,
    giudica_soggiorno,
)

DI_SOGGIORNO = {
    TipoCarta.PERMESSO.value: Titolo.PERMESSO,
    TipoCarta.RINNOVO.value: Titolo.RINNOVO,
    TipoCarta.PROTEZIONE.value: Titolo.PROTEZIONE,
}
CODICE = "D.M. 23 dicembre 1976, n. 13813"
VALGONO = [
    StatoDomanda.PRESENTATA.value,
    StatoDomanda.ACCOLTA.value,
    StatoDomanda.PERFEZIONATA.value,
]
# Who has left the path, or has ended it, may apply again in the same year.
ANCORA = Q(corsista__isnull=True) | Q(corsista__stato=StatoCorsista.ATTIVO.value)


def soggiorno_di(carte: Iterable[Carta]) -> Soggiorno | None:
    """The paper of stay that lasts longest among those that nobody found wrong."""
    buone = [
        Soggiorno(DI_SOGGIORNO[carta.tipo], carta.scade, timezone.localdate(carta.caricata_il))
        for carta in carte
        if carta.tipo in DI_SOGGIORNO and not carta.non_va
    ]
    return max(buone, key=_durata, default=None)


def _durata(soggiorno: Soggiorno) -> tuple[date, bool, date]:
    """A permit without an end lasts longer than a receipt; of two receipts the last one shown."""
    permesso = soggiorno.titolo == Titolo.PERMESSO
    return soggiorno.scade or date.max, permesso, soggiorno.mostrato or date.min


def giudizio_soggiorno(
    domanda: DomandaIscrizione,
    carte: Iterable[Carta],
    oggi: date,
    limiti: RegolePatto | None = None,
) -> GiudizioSoggiorno:
    """Whether the paper of stay of an applicant is in order on a day.

    ``limiti`` are the rules of the school on that day, read here (one query) when not given.
    """
    in_vigore = limiti or regole_della_scuola(domanda.istituto_id, oggi)
    return giudica_soggiorno(
        soggiorno_di(carte),
        serve=domanda.cittadinanza == Cittadinanza.EXTRA,
        nascita=domanda.data_nascita,
        oggi=oggi,
        termine=in_vigore.termine_permesso,
        preavviso=in_vigore.preavviso_permesso,
        ricontrollo=in_vigore.ricontrollo_ricevuta,
    )


def soggiorno_da_portare(
    domanda: DomandaIscrizione, carte: Iterable[Carta], oggi: date, limiti: RegolePatto
) -> Sorveglianza | None:
    """What is to be brought, since when and by when; the term runs from the application."""
    return sorveglia_soggiorno(
        soggiorno_di(carte),
        serve=domanda.cittadinanza == Cittadinanza.EXTRA,
        nascita=domanda.data_nascita,
        iscritto=timezone.localdate(domanda.presentata_il),
        oggi=oggi,
        termine=limiti.termine_permesso,
        preavviso=limiti.preavviso_permesso,
        ricontrollo=limiti.ricontrollo_ricevuta,
    )


def soggiorno_oggi(
    domanda: DomandaIscrizione, carte: Iterable[Carta], oggi: date, limiti: RegolePatto
) -> GiudizioSoggiorno:
    """The judgement of today; the term of who has no paper does not move with the day."""
    righe = list(carte)
    giudizio = giudizio_soggiorno(domanda, righe, oggi, limiti)
    da_portare = soggiorno_da_portare(domanda, righe, oggi, limiti)
    if da_portare is None or not da_portare.manca:
        return giudizio
    return replace(giudizio, entro=da_portare.entro, perche=da_portare.perche)


def dubbi_del_codice(
    codice: str, *, cognome: str, nome: str, nascita: date, sesso: str, provincia: str
) -> tuple[str, ...]:
    """What in a valid codice fiscale does not go with the person, the place included."""
    trovati = incoerenze(codice, cognome=cognome, nome=nome, nascita=nascita, sesso=sesso)
    if di_ente(codice):
        return trovati
    luogo = regole.luogo_incoerente(leggi_codice_fiscale(codice).codice_catastale, provincia)
    return (*trovati, luogo) if luogo else trovati


def rilievi_del_codice(domanda: DomandaIscrizione) -> list[Motivo]:
    """What the office is told of the codice fiscale."""
    if not domanda.codice_fiscale:
        return [Motivo("codice_manca", CODICE, "Manca il codice fiscale: si porta allo sportello.")]
    dubbi = dubbi_del_codice(
        domanda.codice_fiscale,
        cognome=domanda.cognome,
        nome=domanda.nome,
        nascita=domanda.data_nascita,
        sesso=domanda.sesso,
        provincia=domanda.provincia_nascita,
    )
    return [Motivo("codice_dubbio", CODICE, f"{d[0].upper()}{d[1:]}.") for d in dubbi]


def altre_domande(domanda: DomandaIscrizione, offerta: Offerta) -> list[int]:
    """Applications of the same codice fiscale for the same kind of course in the year."""
    if not domanda.codice_fiscale:
        return []
    righe = DomandaIscrizione.objects.filter(
        ANCORA,
        istituto_id=domanda.istituto_id,
        anno_scolastico_id=offerta.anno_scolastico_id,
        offerta__genere=offerta.genere,
        codice_fiscale=domanda.codice_fiscale,
        stato__in=VALGONO,
    ).exclude(pk=domanda.pk)
    return list(righe.order_by("pk").values_list("pk", flat=True))


def rilievi(
    domanda: DomandaIscrizione,
    offerta: Offerta,
    carte: Iterable[Carta],
    *,
    tempo: regole.GiudizioTempo,
    studi: regole.Studi,
    oggi: date,
) -> list[Motivo]:
    """All that is told of an application on the day on which it comes; nothing refuses it."""
    soggiorno = giudizio_soggiorno(domanda, carte, oggi).perche
    detti = [
        tempo.perche,
        regole.giudica_titolo(
            GenereOfferta(offerta.genere),
            studi,
            italiano=domanda.cittadinanza == Cittadinanza.ITALIANA,
        ),
        regole.giudica_eta(domanda.data_nascita, oggi),
        soggiorno,
        regole.doppioni(domanda.codice_fiscale, altre_domande(domanda, offerta)),
        *rilievi_del_codice(domanda),
    ]
    return [motivo for motivo in detti if motivo is not None]
