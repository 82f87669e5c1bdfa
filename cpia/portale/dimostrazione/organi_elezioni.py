"""What makes the organs of the demo alive: elections by lists, who left, who does not come."""

from collections.abc import Sequence
from datetime import date, timedelta

from cpia.portale.dimostrazione.organi_persone import Gente
from cpia.portale.dimostrazione.organi_piano import ScuolaDemo
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.queries import persone_con_ruolo
from organi_collegiali.enums import (
    Cambiamento,
    Componente,
    Presenza,
    StatoSeduta,
    TipoOrgano,
    Titolo,
)
from organi_collegiali.models import (
    Candidatura,
    Convocato,
    Elezione,
    ListaElettorale,
    Mandato,
    Movimento,
    Numeratore,
    OrganoCollegiale,
    Seduta,
)
from organi_collegiali.services.organi.nomine import cessa_mandato
from organi_collegiali.services.organi.subentri import fa_subentrare

# Votes of the two lists: with these eight seats go five and three, four go three and one.
LISTE = (("I – Scuola viva", 120), ("II – Insieme per la scuola", 75))
NON_ELETTI = 3
ULTIMI = {"iis-antonietti": (21, 41), "ic-pinocchio-montesicuro": (20, 120)}
PORTO_VENERE, PINOCCHIO, ANTONIETTI = (
    "ic-porto-venere", "ic-pinocchio-montesicuro", "iis-antonietti",
)  # fmt: skip
SEDUTE = ((7, date(2024, 2, 15)), (8, date(2024, 3, 21)), (9, date(2024, 5, 9)))


def popola(istituto: Istituto, dati: ScuolaDemo, chi: Gente) -> None:
    """The election of the parents of the Consiglio, who left since, the sittings already held."""
    consiglio = OrganoCollegiale.objects.filter(
        istituto=istituto, tipo=TipoOrgano.CONSIGLIO_ISTITUTO
    ).first()
    if consiglio is None or not chi[Componente.GENITORI]:
        return
    eletti = _genitori(consiglio)
    non_eletti = chi[Componente.GENITORI][len(eletti) : len(eletti) + NON_ELETTI * 2]
    _elezione(consiglio, eletti, non_eletti)
    for che_cosa, ultimo in zip(
        ("sedute", "delibere"), ULTIMI.get(dati.slug, (9, 24)), strict=True
    ):
        Numeratore.objects.create(
            istituto=istituto, organo=consiglio, di_che_cosa=che_cosa, ultimo=ultimo
        )
    if dati.slug == PINOCCHIO:
        _lascia(consiglio, eletti[-1])
    if dati.slug == PORTO_VENERE:
        _sedute_passate(consiglio, eletti)
    if dati.slug == ANTONIETTI:
        _suppletiva(consiglio, chi[Componente.ATA])


def _genitori(consiglio: OrganoCollegiale) -> list[Mandato]:
    righe = consiglio.mandati.filter(componente=Componente.GENITORI).select_related("persona")
    return list(righe.order_by("pk"))


def _elezione(
    consiglio: OrganoCollegiale, eletti: Sequence[Mandato], non_eletti: Sequence[Persona]
) -> None:
    """Two lists, each with who was elected first and then who was not."""
    primo = eletti[0]
    elezione = Elezione.objects.create(
        istituto_id=consiglio.istituto_id,
        organo=consiglio,
        componente=Componente.GENITORI,
        posti=len(eletti),
        votata_il=primo.dal - timedelta(days=8),
        proclamata_il=primo.dal - timedelta(days=5),
        atto="Verbale della commissione elettorale del seggio unico",
        dal=primo.dal,
        al=primo.al,
    )
    ListaElettorale.objects.bulk_create(
        ListaElettorale(istituto_id=consiglio.istituto_id, elezione=elezione, nome=nome, voti=voti)
        for nome, voti in LISTE
    )
    # Of eight five to the first list, of four three: what the quotients give.
    della_prima = (len(eletti) * 5 + 4) // 8
    parti = ((eletti[:della_prima], non_eletti[:NON_ELETTI]),
             (eletti[della_prima:], non_eletti[NON_ELETTI:]))  # fmt: skip
    for (nome, _), (suoi, altri) in zip(LISTE, parti, strict=True):
        _candidati(elezione, nome, suoi, altri)


def _candidati(
    elezione: Elezione, lista: str, eletti: Sequence[Mandato], altri: Sequence[Persona]
) -> None:
    chi = [*(mandato.persona for mandato in eletti), *altri]
    Candidatura.objects.bulk_create(
        Candidatura(
            istituto_id=elezione.istituto_id, elezione=elezione, persona=persona, lista=lista,
            ordine=posto + 1, voti=3 * (len(chi) - posto), eletto=posto < len(eletti),
        )
        for posto, persona in enumerate(chi)
    )  # fmt: skip
    for mandato in eletti:
        mandato.lista = lista
        mandato.save(update_fields=["lista"])


def _lascia(consiglio: OrganoCollegiale, mandato: Mandato) -> None:
    """A parent resigned in the winter, and the first of the non-elected came in."""
    adesso = istante(date(2024, 2, 12), 11)
    dirigente = persone_con_ruolo(consiglio.istituto_id, Ruolo.DIRIGENTE, adesso.date())[0]
    autore = compi(dirigente, adesso)
    cessa_mandato(
        autore=autore, adesso=adesso, mandato_id=mandato.pk, motivo=Cambiamento.DIMISSIONI,
        ultimo_giorno=date(2024, 2, 11), atto="Lettera di dimissioni prot. 512 del 9 febbraio 2024",
    )  # fmt: skip
    fa_subentrare(
        autore=autore, adesso=adesso, mandato_id=mandato.pk, dal=date(2024, 2, 12),
        atto="Decreto di surroga n. 18 del 12 febbraio 2024",
    )  # fmt: skip


def _sedute_passate(consiglio: OrganoCollegiale, genitori: Sequence[Mandato]) -> None:
    """Three sittings of this year, from paper: one parent never came, another not the last two."""
    mancano = {genitori[3].pk: 0, genitori[4].pk: 1}
    giustificato = genitori[5].pk
    mandati = list(consiglio.mandati.exclude(titolo=Titolo.DI_DIRITTO))
    segreteria = persone_con_ruolo(consiglio.istituto_id, Ruolo.SEGRETERIA_DIDATTICA, SEDUTE[0][1])[
        0
    ]
    for posto, (numero, giorno) in enumerate(SEDUTE):
        seduta = Seduta.objects.create(
            istituto_id=consiglio.istituto_id, organo=consiglio, numero=numero,
            inizio_previsto=istante(giorno, 17), luogo="Sala riunioni della sede",
            stato=StatoSeduta.CHIUSA, preparata_da=segreteria, presiede=genitori[0].persona,
            aperta_il=istante(giorno, 17, 5), chiusa_il=istante(giorno, 18, 40), in_carica=19,
            storica=True, modificata_il=istante(giorno, 19),
        )  # fmt: skip
        for mandato in mandati:
            assente = mancano.get(mandato.pk, 9) <= posto
            if assente:
                presenza = Presenza.ASSENTE_INGIUSTIFICATO
            elif mandato.pk == giustificato:
                presenza = Presenza.ASSENTE_GIUSTIFICATO
            else:
                presenza = Presenza.PRESENTE
            _all_appello(seduta, mandato, presenza)


def _all_appello(seduta: Seduta, mandato: Mandato, presenza: Presenza) -> None:
    convocato = Convocato.objects.create(
        istituto_id=seduta.istituto_id, seduta=seduta, persona_id=mandato.persona_id,
        mandato=mandato, componente=mandato.componente, con_voto=mandato.con_voto,
        qualifica=mandato.qualifica, presenza=presenza,
    )  # fmt: skip
    if presenza is Presenza.PRESENTE and seduta.aperta_il:
        Movimento.objects.create(
            istituto_id=seduta.istituto_id, convocato=convocato, quando=seduta.aperta_il,
            entra=True,
        )  # fmt: skip


def _suppletiva(consiglio: OrganoCollegiale, ata: Sequence[Persona]) -> None:
    """An election that waits for the lot: two candidates with as many votes for one seat."""
    elezione = Elezione.objects.create(
        istituto_id=consiglio.istituto_id, organo=consiglio, componente=Componente.ATA, posti=1,
        votata_il=date(2024, 6, 3), dal=date(2024, 9, 1), al=date(2027, 8, 31),
    )  # fmt: skip
    Candidatura.objects.bulk_create(
        Candidatura(
            istituto_id=consiglio.istituto_id, elezione=elezione, persona=persona,
            ordine=posto + 1, voti=voti,
        )
        for posto, (persona, voti) in enumerate(zip(ata[2:4], (11, 11), strict=True))
    )  # fmt: skip
