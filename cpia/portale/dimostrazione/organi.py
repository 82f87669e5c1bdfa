"""The collegial organs of the five schools: who sits in them, by which title, until when."""

import random
from datetime import date
from itertools import islice

from cpia.portale.dimostrazione import organi_classi, organi_elezioni
from cpia.portale.dimostrazione.organi_persone import Gente, gente
from cpia.portale.dimostrazione.organi_piano import ANNO, CONTI, SCUOLE, OrganoDemo, ScuolaDemo
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto
from cpia.scuola.queries import persone_con_ruolo
from organi_collegiali.enums import Carica, Componente, TipoOrgano, Titolo
from organi_collegiali.models import Composizione, Mandato, OrganoCollegiale
from organi_collegiali.rules.organi.composizione import Scuola, Seggio, composizione_di_legge
from organi_collegiali.services.organi.mandati import allinea_di_diritto
from organi_collegiali.services.organi.nomine import conferisci_carica

__all__ = ["CONTI", "popola"]
ATTI = {
    Titolo.ELETTO: "Verbale della commissione elettorale",
    Titolo.DESIGNATO: "Designazione dell’organo, delibera agli atti",
    Titolo.NOMINATO: "Decreto di nomina dell’Ufficio scolastico regionale",
}
ANNUALI = (TipoOrgano.CONSIGLIO_CLASSE, TipoOrgano.INTERCLASSE, TipoOrgano.INTERSEZIONE,
           TipoOrgano.LIVELLO)  # fmt: skip


def popola(istituto: Istituto) -> None:
    """The organs of a school, with the mandates of the day of the demo."""
    dati = next(scuola for scuola in SCUOLE if scuola.slug == istituto.slug)
    caso = random.Random(f"organi di {dati.slug}")  # noqa: S311 -- the same on every machine
    chi = gente(istituto, dati, caso)
    for organo in dati.organi:
        _organo(istituto, dati, organo, chi)
    if dati.scuola is Scuola.SUPERIORE:
        organi_classi.popola(istituto, chi)
    organi_elezioni.popola(istituto, dati, chi)
    _di_diritto(istituto)
    for organo in dati.organi:
        _designati(istituto, organo)


def _organo(istituto: Istituto, scuola: ScuolaDemo, dati: OrganoDemo, chi: Gente) -> None:
    dal = scuola.triennio[0]
    organo = OrganoCollegiale.objects.create(
        istituto=istituto,
        tipo=dati.tipo,
        nome=dati.nome,
        organo_padre=OrganoCollegiale.objects.filter(istituto=istituto, nome=dati.padre).first(),
        regola_presidente=dati.presidente,
        regola_segretario=dati.segretario,
        anziano_tra=dati.anziano_tra,
        riservato=dati.riservato,
        dal=dal,
        rinnovato_il=dal,
    )
    di_legge = composizione_di_legge(dati.tipo, scuola.scuola, scuola.alunni)
    seggi = (dati.seggi or di_legge) + dati.altri
    Composizione.objects.bulk_create(
        Composizione(
            istituto=istituto, organo=organo, componente=seggio.componente, posti=seggio.posti,
            con_voto=seggio.con_voto, titolo=seggio.titolo, fonte=seggio.fonte,
        )
        for seggio in seggi
    )  # fmt: skip
    for seggio in seggi:
        if seggio.titolo != Titolo.DI_DIRITTO:
            _siedono(organo, scuola, dati, seggio, chi)
    _cariche(organo, dati)


def _siedono(
    organo: OrganoCollegiale, scuola: ScuolaDemo, dati: OrganoDemo, seggio: Seggio, chi: Gente
) -> None:
    quanti = seggio.posti or dati.quanti or len(scuola.esterni)
    dal_posto = 0 if seggio.componente is Componente.ESTERNI else dati.da
    disponibili = chi[seggio.componente][dal_posto:]
    annuale = organo.tipo in ANNUALI or seggio.componente is Componente.STUDENTI
    dal, al = ANNO if annuale else scuola.triennio
    al = dati.fino_al or al
    qualifiche = iter(scuola.esterni if seggio.componente is Componente.ESTERNI else ())
    presi = list(islice(disponibili, quanti - dati.meno.get(seggio.componente, 0)))
    mandati = [
        _mandato(organo, seggio, persona=persona, dal=dal, al=al, qualifica=next(qualifiche, ""))
        for persona in presi
    ]
    if seggio.componente in dati.supplenti:
        chi_sostituisce = disponibili[len(presi)]
        supplente = _mandato(organo, seggio, persona=chi_sostituisce, dal=dal, al=al)
        supplente.supplente_di = mandati[0]
        supplente.save(update_fields=["supplente_di"])


def _mandato(organo: OrganoCollegiale, seggio: Seggio, **altro: object) -> Mandato:
    return Mandato.objects.create(
        istituto_id=organo.istituto_id,
        organo=organo,
        componente=seggio.componente,
        titolo=seggio.titolo,
        con_voto=seggio.con_voto,
        atto=ATTI.get(seggio.titolo, ""),
        **altro,
    )


def _cariche(organo: OrganoCollegiale, dati: OrganoDemo) -> None:
    """The holders of the offices: of each component in the order in which they sit."""
    if organo.tipo == TipoOrgano.COMMISSARIO:
        organo.mandati.update(carica=Carica.PRESIDENTE)
    for carica, componente in dati.cariche.items():
        libero = organo.mandati.filter(componente=componente, carica="", supplente_di=None)
        mandato = libero.order_by("pk").first()
        if mandato is not None:
            mandato.carica = carica
            mandato.save(update_fields=["carica"])


def _di_diritto(istituto: Istituto) -> None:
    """Those who sit because of their role: since September, and as the roles are today."""
    dirigente = persone_con_ruolo(istituto.pk, Ruolo.DIRIGENTE, date(2023, 9, 4))[0]
    for quando in (istante(date(2023, 9, 4), 8), istante(date(2024, 6, 5), 7)):
        for organo in OrganoCollegiale.objects.filter(istituto=istituto):
            autore = compi(dirigente, quando)
            allinea_di_diritto(autore=autore, adesso=quando, organo=organo)


def _designati(istituto: Istituto, dati: OrganoDemo) -> None:
    """The offices of those who sit by right: given by the dirigente once they sit.

    To who has a login of the organs, so that it is seen at work; else to who has none.
    """
    adesso = istante(date(2023, 9, 4), 10)
    dirigente = persone_con_ruolo(istituto.pk, Ruolo.DIRIGENTE, adesso.date())[0]
    mandati = Mandato.objects.filter(istituto=istituto, organo__nome=dati.nome)
    for carica, componente in dati.cariche.items():
        if mandati.filter(carica=carica).exists():
            continue
        liberi = mandati.filter(
            componente=componente, titolo=Titolo.DI_DIRITTO, al=None, carica=""
        ).order_by("pk")
        propri = liberi.filter(persona__email__in=[conto.email for conto in CONTI])
        scelto = propri.first() or liberi.filter(persona__utente=None).first()
        if scelto is not None:
            conferisci_carica(
                autore=compi(dirigente, adesso), adesso=adesso, mandato_id=scelto.pk,
                carica=carica, atto="Designazione del Dirigente scolastico",
            )  # fmt: skip
