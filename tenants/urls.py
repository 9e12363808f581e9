from django.urls import path

from tenants.views import agencies, conduct, filings, premises, register, roster, tenancies

app_name = "tenants"
urlpatterns = [
    path("tenants/", register.register_page, name="register"),
    path("tenants/export/", register.export, name="export"),
    path("tenants/<int:pk>/", tenancies.tenancy_page, name="tenancy"),
    path("tenants/<int:pk>/edit/", tenancies.tenancy_edit, name="tenancy_edit"),
    path("tenants/<int:pk>/figures/<int:year>/", tenancies.figure_edit, name="figure"),
    path("parks/<int:pk>/tenants/add/", tenancies.tenancy_add, name="enter"),
    path("tenants/<int:pk>/file/<slug:event>/", filings.file_one, name="file"),
    path("filings/", filings.filings, name="filings"),
    path("filings/due/", filings.due, name="due"),
    path("filings/file/", filings.file_many, name="file_many"),
    path("filings/earlier/", filings.earlier, name="earlier"),
    path("filings/<int:pk>/edit/", filings.filing_edit, name="filing_edit"),
    path("filings/<int:pk>/correct/", filings.filing_correct, name="filing_correct"),
    path("tenants/<int:pk>/order/", conduct.order_add, name="order"),
    path("orders/<int:pk>/settle/", conduct.order_settle, name="order_settle"),
    path("tenants/<int:pk>/leases/add/", premises.lease_add, name="lease_add"),
    path("leases/<int:pk>/edit/", premises.lease_edit, name="lease_edit"),
    path("tenants/<int:pk>/transfer/", premises.transfer_add, name="transfer"),
    path("agencies/records/", conduct.adverse_list, name="adverse"),
    path("agencies/records/add/", conduct.adverse_add, name="adverse_add"),
    path("agencies/records/<int:pk>/edit/", conduct.adverse_edit, name="adverse_edit"),
    path("agencies/<int:pk>/", agencies.agency_page, name="agency"),
    path("agencies/<int:pk>/edit/", agencies.agency_edit, name="agency_edit"),
    path("agencies/<int:pk>/licences/add/", agencies.licence_add, name="licence_add"),
    path("licences/<int:pk>/edit/", agencies.licence_edit, name="licence_edit"),
    path("parks/<int:pk>/roster/", roster.upload, name="roster_upload"),
    path("parks/<int:pk>/roster/template/", roster.template, name="roster_template"),
    path("rosters/<int:pk>/", roster.preview, name="roster"),
    path("rosters/<int:pk>/apply/", roster.apply, name="roster_apply"),
    path("rosters/<int:pk>/undo/", roster.undo, name="roster_undo"),
    path("rosters/<int:pk>/errors/", roster.errors, name="roster_errors"),
]
