"""The councils of the classes of a secondary school: teachers by right, two parents, two students.

Parents and students of the last classes have not been elected yet, so a vacant seat is seen.
"""

from collections.abc import Iterable
from datetime import date

from cpia.portale.dimostrazione.organi_persone import Gente
from cpia.portale.dimostrazione.organi_piano import ANNO
from cpia.scuola.models import Classe, Iscrizione, Istituto, Persona
from organi_collegiali.enums import (
    Componente,
    RegolaPresidente,
    RegolaSegretario,
    TipoOrgano,
    Titolo,
)
from organi_collegiali.models import Composizione, Mandato, OrganoCollegiale
from organi_collegiali.rules.organi.composizione import Scuola, composizione_di_legge

RAPPRESENTANTI = 2
DAL = date(2023, 9, 1)


def popola(istituto: Istituto, chi: Gente) -> None:
    """One council for each class of the year."""
    classi = Classe.objects.filter(
        istituto=istituto, anno_scolastico__inizio=DAL.year
    ).select_related("corso")
    genitori = iter(chi[Componente.GENITORI][10:])
    for classe in classi:
        organo = _consiglio(istituto, classe)
        _eletti(organo, Componente.GENITORI, genitori)
        iscritti = Iscrizione.objects.filter(classe=classe, al__isnull=True).order_by("pk")
        studenti = (i.persona for i in iscritti.select_related("persona")[:RAPPRESENTANTI])
        _eletti(organo, Componente.STUDENTI, studenti)


def _consiglio(istituto: Istituto, classe: Classe) -> OrganoCollegiale:
    organo = OrganoCollegiale.objects.create(
        istituto=istituto,
        tipo=TipoOrgano.CONSIGLIO_CLASSE,
        nome=f"Consiglio della {classe}",
        classe=classe,
        regola_presidente=RegolaPresidente.DELEGATO,
        regola_segretario=RegolaSegretario.DESIGNATO,
        dal=DAL,
        rinnovato_il=DAL,
        al=ANNO[1],
    )
    seggi = composizione_di_legge(TipoOrgano.CONSIGLIO_CLASSE, Scuola.SUPERIORE, 0)
    Composizione.objects.bulk_create(
        Composizione(
            istituto=istituto, organo=organo, componente=seggio.componente, posti=seggio.posti,
            titolo=seggio.titolo, fonte=seggio.fonte,
        )
        for seggio in seggi
    )  # fmt: skip
    return organo


def _eletti(organo: OrganoCollegiale, componente: Componente, chi: Iterable[Persona]) -> None:
    dal, al = ANNO
    Mandato.objects.bulk_create(
        Mandato(
            istituto_id=organo.istituto_id, organo=organo, persona=persona, componente=componente,
            titolo=Titolo.ELETTO, dal=dal, al=al, atto="Verbale del seggio della classe",
        )
        for persona, _ in zip(chi, range(RAPPRESENTANTI), strict=False)
    )  # fmt: skip
