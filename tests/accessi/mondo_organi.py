"""Two organs for each institute: one of the cast of class A, one of that of class B.

In organ A sit the dirigente, the parent (who presides), the teacher and, as secretary, the
coordinator of A; in organ B the same with the teacher and the coordinator of B. The office
prepares both. ``della_sua`` and its like are the objects that the entries of the matrix ask for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import ContentFile

from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import (
    Carica,
    Componente,
    FormaVotazione,
    GenereAtto,
    ModoVotazione,
    NaturaPunto,
    RegolaPresidente,
    StatoVotazione,
    TipoOrgano,
    Titolo,
)
from organi_collegiali.models import (
    Allegato,
    AllegatoAggiunto,
    Avviso,
    Convocato,
    Delibera,
    Dichiarazione,
    Effetto,
    Elezione,
    Frase,
    Intervento,
    Mandato,
    Movimento,
    Mozione,
    OrganoCollegiale,
    Punto,
    PuntoAggiunto,
    RaccoltaFirme,
    Richiesta,
    Rilievo,
    Seduta,
    Seguito,
    Verbale,
    Votazione,
)
from tests.factories.organi import (
    ConvocatoFactory,
    DeliberaFactory,
    ElezioneFactory,
    MandatoFactory,
    MovimentoFactory,
    OrganoFactory,
    PuntoFactory,
    SedutaFactory,
    VerbaleFactory,
    VotazioneFactory,
)
from tests.factories.scuola import ADESSO, PersonaFactory


@dataclass(frozen=True)
class SedutaDelMondo:
    """A sitting with two items; at the open one all are in and the first item is voted."""

    seduta: Seduta
    punti: list[Punto]
    convocati: dict[str, Convocato]


@dataclass(frozen=True)
class OrganoDelMondo:
    """What hangs on one organ."""

    organo: OrganoCollegiale
    mandati: dict[str, Mandato]
    elezione: Elezione
    bozza: SedutaDelMondo
    convocata: SedutaDelMondo
    in_corso: SedutaDelMondo
    chiusa: SedutaDelMondo
    palese: Votazione
    segreta: Votazione
    di_carta: Votazione
    proclamata: Votazione  # at the closed sitting
    delibera: Delibera
    effetto: Effetto  # of the deliberation, on an older one
    seguito: Seguito  # of the deliberation, for the teacher of the organ
    commissario: OrganoCollegiale  # nobody of the cast sits in it
    frase: Frase
    verbale: Verbale
    rilievo: Rilievo  # of the teacher, on the minutes
    avviso: Avviso  # of the convened sitting, waiting to be signed
    carta: Allegato  # of its first item
    allegato: Allegato  # awaited by the first item of the draft
    aggiunto: PuntoAggiunto  # of the notice that waits
    carta_aggiunta: AllegatoAggiunto  # awaited by it
    raccolta: RaccoltaFirme  # of the president, without signatures
    richiesta: Richiesta
    mozione: Mozione
    discusso: Punto  # of the open sitting, under discussion and not voted
    movimento: Movimento  # of the dirigente, at the open sitting
    intervento: Intervento  # of the teacher, on the first item of the open sitting
    dichiarazione: Dichiarazione  # of the same on the same


def organi(istituto: Istituto, cast: dict[str, Persona]) -> dict[str, OrganoDelMondo]:
    """The two of an institute."""
    return {
        "a": _organo(istituto, cast, "docente", "coordinatrice"),
        "b": _organo(istituto, cast, "docente_di_b", "coordinatore_di_b"),
    }


def _organo(
    istituto: Istituto, cast: dict[str, Persona], docente: str, segretario: str
) -> OrganoDelMondo:
    organo = OrganoFactory(istituto=istituto, regola_presidente=RegolaPresidente.ELETTO_GENITORI)
    mandati = {
        "dirigente": _mandato(
            organo, cast["dirigente"], componente=Componente.DIRIGENTE, titolo=Titolo.DI_DIRITTO
        ),
        "responsabile": _mandato(
            organo, cast["responsabile"], componente=Componente.GENITORI, carica=Carica.PRESIDENTE
        ),
        docente: _mandato(organo, cast[docente]),
        segretario: _mandato(organo, cast[segretario], carica=Carica.SEGRETARIO),
    }
    bozza = _seduta(organo, {}, cast, segretario)
    bozza.convocati["invitato"] = ConvocatoFactory(
        istituto=istituto, seduta=bozza.seduta, mandato=None, con_voto=False, qualifica="esperto",
        persona=PersonaFactory(istituto=istituto), componente=Componente.ESTERNI,
    )  # fmt: skip
    convocata = _seduta(organo, mandati, cast, segretario, convocata=True)
    in_corso = _seduta(organo, mandati, cast, segretario, in_corso=True)
    chiusa = _seduta(organo, mandati, cast, segretario, chiusa=True)
    for convocato in (*in_corso.convocati.values(), *chiusa.convocati.values()):
        MovimentoFactory(istituto=istituto, convocato=convocato, quando=convocato.seduta.aperta_il)
    delibera = DeliberaFactory(
        istituto=istituto, organo=organo, seduta=chiusa.seduta, punto=chiusa.punti[0]
    )
    verbale = VerbaleFactory(istituto=istituto, seduta=chiusa.seduta)
    avviso = Avviso.objects.create(
        istituto=istituto,
        seduta=convocata.seduta,
        genere=GenereAtto.REVOCA.value,
        motivo="Sciopero",
    )
    aggiunto = PuntoAggiunto.objects.create(
        istituto=istituto, avviso=avviso, ordine=9, titolo="Uscita didattica", natura="delibera"
    )
    comune = {"istituto": istituto, "in_carica": 4, "presenti": 4, "numero_legale": 3}
    return OrganoDelMondo(
        organo=organo,
        mandati=mandati,
        elezione=ElezioneFactory(istituto=istituto, organo=organo),
        bozza=bozza,
        convocata=convocata,
        in_corso=in_corso,
        chiusa=chiusa,
        palese=VotazioneFactory(punto=in_corso.punti[0], modo=ModoVotazione.NOMINALE, **comune),
        segreta=VotazioneFactory(
            punto=in_corso.punti[1],
            forma=FormaVotazione.SEGRETA,
            modo=ModoVotazione.URNA,
            **comune,
        ),
        discusso=PuntoFactory(
            istituto=istituto, seduta=in_corso.seduta, iniziato_il=in_corso.seduta.aperta_il
        ),
        movimento=Movimento.objects.get(convocato=in_corso.convocati["dirigente"]),
        intervento=Intervento.objects.create(
            istituto=istituto,
            punto=in_corso.punti[0],
            convocato=in_corso.convocati[docente],
            chiesto_il=ADESSO,
        ),
        dichiarazione=Dichiarazione.objects.create(
            istituto=istituto,
            punto=in_corso.punti[0],
            persona=cast[docente],
            scritta_da=cast[docente],
            testo="Chiedo che resti scritto.",
            resa_il=ADESSO,
        ),
        di_carta=VotazioneFactory(
            punto=in_corso.punti[1],
            forma=FormaVotazione.SEGRETA,
            modo=ModoVotazione.SCHEDE,
            stato=StatoVotazione.CHIUSA,
            chiusa_il=ADESSO,
            **comune,
        ),
        proclamata=VotazioneFactory(
            punto=chiusa.punti[0],
            modo=ModoVotazione.ALZATA,
            stato=StatoVotazione.PROCLAMATA,
            favorevoli=4,
            contrari=0,
            astenuti=0,
            chiusa_il=ADESSO,
            proclamata_il=ADESSO,
            **comune,
        ),
        delibera=delibera,
        effetto=Effetto.objects.create(
            istituto=istituto,
            delibera=delibera,
            su=DeliberaFactory(
                istituto=istituto, organo=organo, adottata_il=ADESSO - timedelta(days=90)
            ),
            atto="modifica",
        ),
        seguito=Seguito.objects.create(
            istituto=istituto,
            delibera=delibera,
            testo="Avvisare le famiglie",
            persona=cast[docente],
            entro_il=ADESSO.date(),
        ),
        commissario=OrganoFactory(istituto=istituto, tipo=TipoOrgano.COMMISSARIO),
        frase=Frase.objects.create(
            istituto=istituto, premessa="visto", testo=f"il verbale di {organo}"
        ),
        verbale=verbale,
        rilievo=Rilievo.objects.create(
            istituto=istituto,
            verbale=verbale,
            persona=cast[docente],
            testo="Manca la mia frase.",
            presentato_il=ADESSO,
        ),
        avviso=avviso,
        aggiunto=aggiunto,
        carta_aggiunta=AllegatoAggiunto.objects.create(
            istituto=istituto, punto=aggiunto, titolo="Programma", atteso_entro=ADESSO.date()
        ),
        raccolta=RaccoltaFirme.objects.create(
            istituto=istituto,
            organo=organo,
            persona=cast["responsabile"],
            argomenti="Mensa",
            aperta_il=ADESSO,
        ),
        carta=_carta(convocata.punti[0]),
        allegato=Allegato.objects.create(
            istituto=istituto, punto=bozza.punti[0], titolo="Parere", atteso_entro=ADESSO.date()
        ),
        richiesta=Richiesta.objects.create(
            istituto=istituto,
            organo=organo,
            chi="presidente",
            argomenti="Programma annuale",
            presentata_il=ADESSO,
            convocare_entro=ADESSO.date(),
        ),
        mozione=Mozione.objects.create(
            istituto=istituto,
            organo=organo,
            genere="interrogazione",
            persona=cast["responsabile"],
            oggetto="Mensa",
            testo="Si chiede quando riapre.",
            presentata_il=ADESSO,
        ),
    )


def _carta(punto: Punto) -> Allegato:
    carta = Allegato(
        istituto=punto.istituto, punto=punto, titolo="Prospetto", byte=1, depositato_il=ADESSO,
        tipo_contenuto="application/pdf",
        impronta="2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
    )  # fmt: skip
    carta.file.save(f"prova-{punto.pk}.pdf", ContentFile(b"x"), save=True)
    return carta


def _mandato(organo: OrganoCollegiale, persona: Persona, **altro: object) -> Mandato:
    return MandatoFactory(istituto=organo.istituto, organo=organo, persona=persona, **altro)


def _seduta(
    organo: OrganoCollegiale,
    mandati: dict[str, Mandato],
    cast: dict[str, Persona],
    segretario: str,
    **stato: object,
) -> SedutaDelMondo:
    tenuta = {"presiede": cast["responsabile"], "verbalizza": cast[segretario]}
    seduta = SedutaFactory(
        istituto=organo.istituto,
        organo=organo,
        preparata_da=cast["segretaria"],
        **(tenuta if "in_corso" in stato or "chiusa" in stato else {}),
        **stato,
    )
    punti = [
        PuntoFactory(istituto=organo.istituto, seduta=seduta, natura=natura)
        for natura in (NaturaPunto.DELIBERA, NaturaPunto.ELEZIONE)
    ]
    convocati = {
        nome: ConvocatoFactory(istituto=organo.istituto, seduta=seduta, mandato=mandato)
        for nome, mandato in mandati.items()
    }
    return SedutaDelMondo(seduta, punti, convocati)


def di(quale: Callable[[OrganoDelMondo], object]) -> Callable[..., list[object]]:
    """The ids that an entry of the matrix asks for: of organ A for class A, of B for class B.

    ``oggetto=di(lambda organo: organo.convocata.seduta)``; more than one as a tuple.
    """

    def oggetto(scuola, classe) -> list[object]:
        trovato = quale(scuola.organi["a" if classe is scuola.a else "b"])
        righe = trovato if isinstance(trovato, tuple) else (trovato,)
        return [riga.pk for riga in righe]

    return oggetto
