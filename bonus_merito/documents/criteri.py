"""The frozen words of the criteria that the Comitato adopted, and the page that they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils import timezone

from bonus_merito.documents.criteri_parti import (
    AreaStampata,
    ArticoloStampato,
    LivelloStampato,
    ParteStampata,
    area_stampata,
    parte_stampata,
)
from bonus_merito.documents.parole_atti import (
    atto_con_il_giorno,
    luogo_e_data,
    protocollo_detto,
)
from bonus_merito.enums import Categoria
from bonus_merito.models import Criteri
from bonus_merito.queries.criteri.che_conta import CheConta
from bonus_merito.queries.criteri.lettura import AreaLetta
from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica, firma, intestazione, verifica
from cpia.atti.rules import data_estesa
from cpia.scuola.models import Persona

FOGLIO = "criteri"
TIPO = "criteri_bonus"
MODELLO = "criteri-bonus/1"


@dataclass(frozen=True)
class ContestoCriteri(Congelato):
    """The criteria as they are printed."""

    istituto: Intestazione
    titolo: str
    anno: str
    categoria: str
    adozione: str
    individuazione: tuple[str, ...]
    precondizioni: tuple[str, ...]
    diffusione: str
    premessa: str
    principi: str
    articoli: tuple[ArticoloStampato, ...]
    conta: tuple[ParteStampata, ...]
    conta_dal: date
    aree: tuple[AreaStampata, ...]
    livelli: tuple[LivelloStampato, ...]
    protocollo: str
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica

    @property
    def luogo_e_data(self) -> str:
        return luogo_e_data(self.luogo, self.emesso)


def contesto_criteri(
    criteri: Criteri,
    lette: Sequence[AreaLetta],
    *,
    conta: CheConta,
    firmatario: Persona,
    emesso: date,
    codice_verifica: str,
) -> ContestoCriteri:
    """The words of adopted criteria, which have their protocol number; ``conta`` is of its day."""
    if criteri.protocollo is None:
        raise ValueError("i criteri si stampano con il loro protocollo")
    return ContestoCriteri(
        istituto=intestazione(criteri.istituto),
        titolo=criteri.titolo,
        anno=str(criteri.anno_scolastico),
        categoria=Categoria(criteri.categoria).etichetta,
        adozione=adozione(criteri),
        individuazione=tuple(criteri.individuazione),
        precondizioni=tuple(criteri.precondizioni),
        diffusione=criteri.diffusione,
        premessa=criteri.premessa,
        principi=criteri.principi,
        articoli=tuple(ArticoloStampato(**articolo) for articolo in criteri.articoli),
        conta=tuple(parte_stampata(parte) for parte in conta.parti),
        conta_dal=conta.giorno,
        aree=tuple(area_stampata(letta, conta.pesi) for letta in lette),
        livelli=tuple(
            LivelloStampato(int(numero), testo) for numero, testo in sorted(criteri.livelli.items())
        ),
        protocollo=protocollo_detto(criteri.protocollo),
        luogo=criteri.istituto.comune,
        emesso=emesso,
        firma=firma(firmatario, emesso),
        verifica=verifica(criteri.istituto, codice_verifica),
    )


def adozione(criteri: Criteri) -> str:
    """``delibera n. 3 del 12 marzo 2024, Comitato di valutazione; decreto n. 334 del …``."""
    if criteri.delibera is None:
        return criteri.atto
    giorno = data_estesa(timezone.localdate(criteri.delibera.adottata_il))
    detta = f"delibera n. {criteri.delibera.numero} del {giorno}, {criteri.delibera.organo.nome}"
    return f"{detta}; {atto_con_il_giorno(criteri)}" if criteri.atto else detta


def html_criteri(contesto: ContestoCriteri) -> str:
    """The page of the criteria, to be printed with ``FOGLIO``."""
    return render_to_string("bonus/criteri/pdf/criteri.html", {"criteri": contesto})
