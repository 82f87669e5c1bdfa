"""The CPIA of the demo: its year, sites, who works there, courses, hours, units, fee, term."""

import random
from datetime import date
from decimal import Decimal

from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.patto_piano import (
    COORDINATRICE,
    DOCENTE,
    POMIGLIANO,
    RISERVATA,
    SANT_ANASTASIA,
    TUTOR,
)
from cpia.portale.dimostrazione.patto_scuola_piano import (
    AULA_VIRTUALE,
    ESTREMI,
    OFFERTE,
    QUADRI,
    UNITA,
    orario,
)
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import con_accesso, incarico, istante
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Cattedra, Classe, Disciplina, Istituto, Persona, Sede
from patto_formativo.enums import Percorso
from patto_formativo.models import QuadroOrario
from patto_formativo.services.iscrizioni import (
    DatiApertura,
    DatiOfferta,
    DatiQuadro,
    DatiUnita,
    apri_iscrizioni,
    salva_offerta,
    salva_quadro,
    salva_unita,
)

SEDI = (
    (SANT_ANASTASIA, "Via Primicerio 40", "Sant’Anastasia"),
    (POMIGLIANO, "Via Roma 118", "Pomigliano d’Arco"),
    (RISERVATA, "", ""),
)
MATEMATICA, ITALIANO = "Asse matematico", "Asse dei linguaggi"


def popola(istituto: Istituto) -> None:
    """What the CPIA is and offers in the school year, before anybody enrols."""
    caso = random.Random(f"patto di {istituto.slug}")  # noqa: S311 -- the same on every machine
    anno, _ = AnnoScolastico.objects.get_or_create(istituto=istituto, inizio=2023)
    sedi = {dati[0]: _sede(istituto, *dati) for dati in SEDI}
    _chi_lavora(istituto, anno, sedi, caso)
    autore = segreteria_il(istituto, date(2023, 9, 1))
    apri_iscrizioni(
        autore=autore, adesso=autore.adesso, anno_id=anno.pk,
        dati=DatiApertura(
            dal=date(2023, 9, 1), termine=date(2023, 10, 31),
            termine_estremi="delibera n. 9 del Collegio dei docenti, 1º settembre 2023",
            quota=Decimal("10.00"),
            quota_estremi="delibera n. 38 del Commissario straordinario, 30 giugno 2023",
        ),
    )  # fmt: skip
    _offerte(autore, anno, sedi)
    _programma(segreteria_il(istituto, date(2023, 9, 13)), anno)


def segreteria_il(istituto: Istituto, giorno: date, ora: int = 9) -> Contesto:
    """The secretary of the school at an hour of a day."""
    conto = altre_scuole.PERSONE[istituto.slug][1]
    chi = Persona.objects.select_related("istituto").get(istituto=istituto, email=conto.email)
    return compi(chi, istante(giorno, ora))


def _sede(istituto: Istituto, nome: str, indirizzo: str, comune: str) -> Sede:
    return Sede.objects.create(
        istituto=istituto, nome=nome, indirizzo=indirizzo, comune=comune,
        riservata=nome == RISERVATA,
    )  # fmt: skip


def _chi_lavora(
    istituto: Istituto, anno: AnnoScolastico, sedi: dict[str, Sede], caso: random.Random
) -> None:
    classe = Classe.objects.filter(istituto=istituto, anno_scolastico=anno).order_by("pk")[0]
    coordinatrice = con_accesso(istituto, COORDINATRICE, caso)
    incarico(coordinatrice, Ruolo.COORDINATORE_SEDE, sede=sedi[SANT_ANASTASIA])
    tutor, docente = (con_accesso(istituto, conto, caso) for conto in (TUTOR, DOCENTE))
    incarico(tutor, Ruolo.TUTOR)
    for chi, nome in ((coordinatrice, ITALIANO), (tutor, ITALIANO), (docente, MATEMATICA)):
        disciplina, _ = Disciplina.objects.get_or_create(istituto=istituto, nome=nome)
        cattedra, _ = Cattedra.objects.get_or_create(
            istituto=istituto, classe=classe, disciplina=disciplina
        )
        incarico(chi, Ruolo.DOCENTE, cattedra=cattedra)


def _offerte(autore: Contesto, anno: AnnoScolastico, sedi: dict[str, Sede]) -> None:
    for corso in OFFERTE:
        dalle, alle = orario(corso)
        salva_offerta(
            autore=autore, adesso=autore.adesso, anno_id=anno.pk,
            dati=DatiOfferta(
                genere=str(corso.genere), sede_id=sedi[corso.sede].pk, fascia=corso.fascia.value,
                giorni=corso.giorni, dalle=dalle, alle=alle, livello=corso.livello,
                titolo=corso.titolo, aula=corso.aula,
            ),
        )  # fmt: skip


def _programma(autore: Contesto, anno: AnnoScolastico) -> None:
    for (percorso, livello), ore in QUADRI.items():
        quadro = salva_quadro(
            autore=autore, adesso=autore.adesso, anno_id=anno.pk,
            dati=DatiQuadro(
                percorso.value, {codice: str(n) for codice, n in ore.items()}, livello, ESTREMI
            ),
        )  # fmt: skip
        _unita(autore, quadro, (percorso, livello))


def _unita(autore: Contesto, quadro: QuadroOrario, quale: tuple[Percorso, str]) -> None:
    for ordine, unita in enumerate(UNITA[quale], start=1):
        salva_unita(
            autore=autore, adesso=autore.adesso, quadro_id=quadro.pk,
            dati=DatiUnita(
                ordine, unita.titolo, unita.competenze, Decimal(unita.ore), unita.prova,
                Decimal(unita.a_distanza), AULA_VIRTUALE if unita.a_distanza else "",
            ),
        )  # fmt: skip
