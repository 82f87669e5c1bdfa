"""Anomalies of the words: sittings and days that do not agree, numbers that are missing."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from organi_collegiali.rules.anomalie.lettura import AllegatoLetto, Fonti, SedutaLetta, Trovata
from organi_collegiali.rules.verbali.tabelle import Tabella, tabelle

MESI = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre",
)  # fmt: skip
SEDUTA = re.compile(
    rf"seduta n[°.]?\s*(\d+) del (\d{{1,2}}) ({'|'.join(MESI)}) (\d{{4}})", re.IGNORECASE
)
ATTO_DEL = re.compile(
    r"((?:delibera|propost[oa]|approvat[oa])\b(?:n\.|[^.;|\n]){0,60}?)\b(\d{1,2})/(\d{1,2})/(\d{4})",
    re.IGNORECASE,
)
SENZA_NUMERO = re.compile(r"prot\.\s*n\.\s*,", re.IGNORECASE)
PRIMA_COLONNA = "N."


def della_carta(seduta: SedutaLetta, fonti: Fonti) -> Iterator[Trovata]:
    """Those found by reading premises and attachments."""
    yield from _protocollo_mancante(seduta)
    yield from _seduta_citata(seduta)
    yield from _giorni_festivi(seduta, fonti)
    for allegato in seduta.allegati:
        yield from _numerazione(allegato)


def _protocollo_mancante(seduta: SedutaLetta) -> Iterator[Trovata]:
    for delibera in seduta.delibere:
        for premessa in delibera.premesse:
            if SENZA_NUMERO.search(premessa):
                yield Trovata(
                    "protocollo_mancante",
                    "Una premessa cita una nota senza il suo numero di protocollo.",
                    f"Delibera n. {delibera.numero}: «{premessa[:80]}…»",
                    "Il numero non è scritto",
                    delibera.punto,
                )


def _seduta_citata(seduta: SedutaLetta) -> Iterator[Trovata]:
    for allegato in seduta.allegati:
        for citata in SEDUTA.finditer(allegato.testo):
            numero = int(citata[1])
            giorno = date(int(citata[4]), MESI.index(citata[3].lower()) + 1, int(citata[2]))
            if giorno == seduta.giorno and numero != seduta.numero:
                yield Trovata(
                    "seduta_citata_diversa",
                    f"Il testo allegato si dice approvato nella seduta n. {numero}, ma quella del "
                    f"{giorno:%d/%m/%Y} è la n. {seduta.numero}.",
                    f"{allegato.nome}: «{citata[0]}»",
                    f"Verbale: seduta n. {seduta.numero} del {seduta.giorno:%d/%m/%Y}",
                    allegato.punto,
                )
                break


def _giorni_festivi(seduta: SedutaLetta, fonti: Fonti) -> Iterator[Trovata]:
    trovati: dict[date, Trovata] = {}
    for dove, punto, testo in _testi(seduta):
        for citato in ATTO_DEL.finditer(testo):
            giorno = date(int(citato[4]), int(citato[3]), int(citato[2]))
            if pausa := fonti.pausa(giorno):
                trovati.setdefault(
                    giorno,
                    Trovata(
                        f"giorno_festivo_{giorno:%Y%m%d}",
                        f"Un atto citato porta la data del {giorno:%d/%m/%Y}, giorno non "
                        f"lavorativo: {pausa}.",
                        f"{dove}: «{citato[0].strip()}»",
                        f"Calendario: {pausa}",
                        punto,
                    ),
                )
    yield from trovati.values()


def _testi(seduta: SedutaLetta) -> Iterator[tuple[str, int, str]]:
    for delibera in seduta.delibere:
        for premessa in delibera.premesse:
            yield f"Delibera n. {delibera.numero}", delibera.punto, premessa
    for allegato in seduta.allegati:
        yield allegato.nome, allegato.punto, allegato.testo


def _numerazione(allegato: AllegatoLetto) -> Iterator[Trovata]:
    """The grids whose rows are not numbered one after the other."""
    for titolo, numeri in _numeri_di_riga(tabelle(allegato.testo)).items():
        salti = [(prima, dopo) for prima, dopo in pairwise([0, *numeri]) if dopo != prima + 1]
        if salti:
            dove = ", ".join(f"{dopo} dopo {prima}" if prima else f"comincia da {dopo}"
                             for prima, dopo in salti)  # fmt: skip
            yield Trovata(
                f"righe_numerate_{allegato.numero}_{numeri[0]}",
                f"Nella tabella «{titolo}» i numeri delle righe non sono di seguito: {dove}.",
                f"{allegato.nome}: «{titolo}»",
                "Numeri di riga attesi: da 1, senza salti",
                allegato.punto,
            )


def _numeri_di_riga(tutte: tuple[Tabella, ...]) -> dict[str, list[int]]:
    numeri: dict[str, list[int]] = {}
    for tabella in tutte:
        if tabella.colonne[0] == PRIMA_COLONNA:
            quali = [int(riga[0]) for riga in tabella.righe if riga[0].isdecimal()]
            numeri.setdefault(tabella.titolo, []).extend(quali)
    return {titolo: quali for titolo, quali in numeri.items() if quali}
