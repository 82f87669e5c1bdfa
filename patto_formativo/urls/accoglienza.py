"""The welcome: the lists, the page of a person, tutor, meetings, interview, proofs, help."""

from django.urls import path

from patto_formativo.views.accoglienza import (
    corsista,
    incontri,
    inizio,
    intervista,
    perche,
    prove,
    recapito,
    sostegno,
    tutor,
)

urlpatterns = [
    path("", inizio.inizio, name="inizio"),
    path("corsisti/<int:pk>/", corsista.corsista, name="corsista"),
    path("corsisti/<int:pk>/perche/", perche.perche, name="corsista_perche"),
    path("corsisti/<int:pk>/email/", recapito.email, name="corsista_email"),
    path("tutor/", tutor.assegna, name="tutor"),
    path("incontri/nuovo/", incontri.nuovo, name="incontro_nuovo"),
    path("incontri/<int:pk>/", incontri.correggi, name="incontro"),
    path("incontri/<int:pk>/elimina/", incontri.elimina, name="incontro_elimina"),
    path("corsisti/<int:pk>/intervista/", intervista.intervista, name="intervista"),
    path(
        "corsisti/<int:pk>/intervista/risposte/<slug:chiave>/",
        intervista.risposta,
        name="intervista_risposta",
    ),
    path(
        "corsisti/<int:pk>/intervista/concludi/",
        intervista.concludi,
        name="intervista_concludi",
    ),
    path("corsisti/<int:pk>/prove/nuova/", prove.nuova, name="prova_nuova"),
    path("prove/<int:pk>/", prove.correggi, name="prova"),
    path("prove/<int:pk>/elimina/", prove.elimina, name="prova_elimina"),
    path("corsisti/<int:pk>/sostegno/", sostegno.sostegno, name="sostegno"),
    path("corsisti/<int:pk>/ore-in-piu/", sostegno.ore_in_piu, name="ore_in_piu"),
]
