from django.urls import path

from cpia.atti import views
from cpia.atti.albo.views import atti as albo_atti
from cpia.atti.albo.views import pubbliche, ufficio
from cpia.atti.registro import views as registro

urlpatterns = [
    path("storia/<str:tipo>/<int:pk>/", registro.storia, name="storia"),
    path("registro/", registro.registro, name="registro"),
    path("registro/<int:pk>/", registro.riga, name="registro_riga"),
    path("verifica/", views.verifica, name="verifica"),
    path("verifica/<str:codice>/", views.verifica_codice, name="verifica_codice"),
    path("documenti/<int:pk>/", views.documento, name="documento"),
    path("albo/", pubbliche.albo, name="albo"),
    path("albo/<int:anno>/<int:numero>/", pubbliche.atto, name="albo_atto"),
    path("albo/<int:anno>/<int:numero>/documento/", pubbliche.documento, name="albo_documento"),
    path("albo/<int:anno>/<int:numero>/file/<int:pk>/", pubbliche.file, name="albo_file"),
    path("pubblicazioni/", ufficio.pubblicazioni, name="pubblicazioni"),
    path("pubblicazioni/nuova/", ufficio.nuova, name="pubblicazione_nuova"),
    path("pubblicazioni/perche/", ufficio.perche, name="pubblicazione_perche"),
    path("pubblicazioni/<int:pk>/", ufficio.pubblicazione, name="pubblicazione"),
    path("pubblicazioni/<int:pk>/modifica/", ufficio.modifica, name="pubblicazione_modifica"),
    path("pubblicazioni/<int:pk>/elimina/", ufficio.elimina, name="pubblicazione_elimina"),
    path("pubblicazioni/<int:pk>/file/", ufficio.file_nuovo, name="pubblicazione_file_nuovo"),
    path("pubblicazioni/<int:pk>/file/<int:file_pk>/", ufficio.file, name="pubblicazione_file"),
    path(
        "pubblicazioni/<int:pk>/file/<int:file_pk>/togli/",
        ufficio.file_togli,
        name="pubblicazione_file_togli",
    ),
    path("pubblicazioni/<int:pk>/pubblica/", albo_atti.pubblica, name="pubblicazione_pubblica"),
    path("pubblicazioni/<int:pk>/annulla/", albo_atti.annulla, name="pubblicazione_annulla"),
    path("pubblicazioni/<int:pk>/sostituta/", albo_atti.sostituta, name="pubblicazione_sostituta"),
    path("pubblicazioni/<int:pk>/attesta/", albo_atti.attesta, name="pubblicazione_attesta"),
]
