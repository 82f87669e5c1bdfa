"""The bonus of a CPIA: its teachers, the criteria that the Comitato adopted, the money."""

import random
from datetime import date
from itertools import cycle

from bonus_merito.enums import FonteRisorse, Lordo
from bonus_merito.queries.criteri.partenza import SPEDITI
from bonus_merito.services.criteri import (
    DatiVersione,
    adotta_criteri,
    prepara_criteri,
    pubblica_criteri,
)
from bonus_merito.services.fondi import DatiFondo, salva_fondo
from cpia.portale.dimostrazione import bonus_scuola_piano as piano
from cpia.portale.dimostrazione.nomi import anagrafe
from cpia.portale.dimostrazione.organi_delibere import autore_il, registra_seduta
from cpia.portale.dimostrazione.patto_scuola import segreteria_il
from cpia.portale.dimostrazione.scuola import con_accesso, incarico, persona
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Cattedra, Istituto, Persona
from organi_collegiali.enums import Cambiamento, Componente, TipoOrgano, Titolo
from organi_collegiali.models import Delibera, Mandato, OrganoCollegiale
from organi_collegiali.services.organi.mandati import allinea_di_diritto
from organi_collegiali.services.organi.nomine import DatiMandato, cessa_mandato, nomina_componente

INIZIO = date(2023, 9, 4)
CAMBIO = date(2024, 1, 15)


def popola(istituto: Istituto) -> None:
    """What the bonus of 2023/24 stands on, before anybody asks."""
    caso = random.Random(f"bonus di {istituto.slug}")  # noqa: S311 -- the same on every machine
    # In a small school the secretary of the pupils is that of the personnel too.
    incarico(segreteria_il(istituto, INIZIO).persona, Ruolo.SEGRETERIA_PERSONALE)
    _docenti(istituto, caso)
    _nel_comitato(istituto)
    comitato = OrganoCollegiale.objects.get(istituto=istituto, tipo=TipoOrgano.COMITATO)
    registra_seduta(comitato, piano.SEDUTA, 1)
    _criteri(istituto, comitato)
    _fondo(istituto)


def _docenti(istituto: Istituto, caso: random.Random) -> None:
    """The teachers of the story beside those of the organs, each with something to teach."""
    conti = {(conto.cognome, conto.nome): conto for conto in piano.CONTI}
    cattedre = Cattedra.objects.filter(istituto=istituto, classe__anno_scolastico__inizio=2023)
    posti = cycle(cattedre.order_by("pk"))
    for cognome, nome, sesso in (*piano.CHIEDONO, *piano.NON_CHIEDONO):
        conto = conti.get((cognome, nome))
        if conto is not None:
            chi = con_accesso(istituto, conto, caso)
        else:
            nascita = date(
                1962 + caso.randrange(28), 1 + caso.randrange(12), 1 + caso.randrange(28)
            )
            chi = persona(istituto, anagrafe(caso, cognome, nome, sesso, nascita))
            chi.save()
        incarico(chi, Ruolo.DOCENTE, cattedra=next(posti))
    autore = autore_il(istituto, INIZIO)
    for organo in OrganoCollegiale.objects.filter(istituto=istituto):
        allinea_di_diritto(autore=autore, adesso=autore.adesso, organo=organo)


def _nel_comitato(istituto: Istituto) -> None:
    """In January a teacher leaves the Comitato, and who has a login takes the seat."""
    autore = autore_il(istituto, CAMBIO)
    lascia = Mandato.objects.filter(
        istituto=istituto, organo__tipo=TipoOrgano.COMITATO, componente=Componente.DOCENTI,
        carica="", al__gte=CAMBIO,
    ).order_by("pk")[0]  # fmt: skip
    cessa_mandato(
        autore=autore, adesso=autore.adesso, mandato_id=lascia.pk, ultimo_giorno=CAMBIO,
        motivo=Cambiamento.DIMISSIONI, atto="Dimissioni agli atti",
    )  # fmt: skip
    poi = autore_il(istituto, date(2024, 1, 22))
    nomina_componente(
        autore=poi, adesso=poi.adesso, organo_id=lascia.organo_id,
        dati=DatiMandato(
            persona=Persona.objects.get(istituto=istituto, email=piano.COMPONENTE.email),
            componente=Componente(lascia.componente), titolo=Titolo(lascia.titolo),
            dal=date(2024, 1, 22), al=lascia.al, atto="Delibera del Collegio dei docenti",
        ),
    )  # fmt: skip


def _criteri(istituto: Istituto, comitato: OrganoCollegiale) -> None:
    """Those of 2019, adopted again for the year and published; of the year before nothing yet."""
    AnnoScolastico.objects.get_or_create(istituto=istituto, inizio=2022)
    anno = AnnoScolastico.objects.get(istituto=istituto, inizio=2023)
    ufficio = segreteria_il(istituto, piano.BOZZA_IL)
    bozza = prepara_criteri(
        autore=ufficio, adesso=ufficio.adesso, dati=DatiVersione(anno.pk, da=SPEDITI)
    )
    autore = autore_il(istituto, piano.ADOTTATI_IL)
    adottati = adotta_criteri(
        autore=autore, adesso=autore.adesso, criteri_id=bozza.pk, versione=bozza.versione,
        delibera_id=Delibera.objects.get(istituto=istituto, organo=comitato).pk,
    )  # fmt: skip
    pubblica_criteri(autore=autore, adesso=autore.adesso, criteri_id=adottati.pk)


def _fondo(istituto: Istituto) -> None:
    anno = AnnoScolastico.objects.get(istituto=istituto, inizio=2023)
    autore = autore_il(istituto, piano.FONDO_IL)
    salva_fondo(
        autore=autore, adesso=autore.adesso, anno_id=anno.pk,
        dati=DatiFondo(
            fonte=FonteRisorse.COMITATO, importo=piano.FONDO, quota_docenti=piano.FONDO,
            lordo=Lordo.DIPENDENTE, comunicato_con=piano.COMUNICATO_CON,
        ),
    )  # fmt: skip
