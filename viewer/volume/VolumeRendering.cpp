#include "viewer/volume/VolumeImageInternals.h"
#include "viewer/volume/VolumeRenderingInternals.h"

#include <vtkColorTransferFunction.h>
#include <vtkNew.h>
#include <vtkPiecewiseFunction.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace fovea {

namespace {

struct Point {
    double hu;
    double opacity; ///< Per millimetre.
    double red, green, blue;
};

std::vector<Point> transferPoints(VolumePreset preset)
{
    switch (preset) {
    case VolumePreset::Bone:
        return {{-1024, 0, 0.3, 0.1, 0.05},    {140, 0, 0.55, 0.25, 0.15},
                {220, 0.12, 0.85, 0.62, 0.45}, {450, 0.45, 0.95, 0.88, 0.75},
                {1200, 0.8, 1, 1, 0.96},       {3071, 0.9, 1, 1, 1}};
    case VolumePreset::Lung:
        // Air in and around the patient stays clear, vessels and airway walls show.
        return {{-1024, 0, 0, 0, 0},           {-880, 0, 0.2, 0.2, 0.3},
                {-700, 0.006, 0.4, 0.5, 0.65}, {-500, 0.02, 0.75, 0.55, 0.5},
                {-250, 0.035, 0.9, 0.5, 0.4},  {-100, 0.004, 0.9, 0.6, 0.5},
                {150, 0.004, 0.9, 0.6, 0.5},   {300, 0.05, 1, 0.95, 0.9},
                {3071, 0.3, 1, 1, 1}};
    case VolumePreset::SoftTissue:
        break;
    }
    return {{-1024, 0, 0.2, 0.1, 0.1},   {-160, 0, 0.5, 0.35, 0.25},  {-60, 0.01, 0.8, 0.65, 0.45},
            {20, 0.05, 0.75, 0.35, 0.3}, {130, 0.15, 0.85, 0.4, 0.3}, {300, 0.4, 0.98, 0.9, 0.8},
            {3071, 0.8, 1, 1, 1}};
}

constexpr int proxySide = 150;

} // namespace

VolumeRendering::VolumeRendering(vtkRenderer* renderer)
    : m_renderer(renderer)
    , m_property(vtkSmartPointer<vtkVolumeProperty>::New())
{
    m_property->SetInterpolationTypeToLinear();
    m_property->ShadeOn();
    m_property->SetAmbient(0.25);
    m_property->SetDiffuse(0.75);
    m_property->SetSpecular(0.15);
    m_property->SetSpecularPower(12);
    m_property->SetScalarOpacityUnitDistance(1.0);
}

VolumeRendering::~VolumeRendering()
{
    drop();
}

bool VolumeRendering::isSolid() const
{
    return m_volume &&
           std::ranges::all_of(m_volume->geometry().size, [](int size) { return size > 1; });
}

void VolumeRendering::drop()
{
    for (Quality* quality : {&m_whole, &m_proxy}) {
        if (quality->prop)
            m_renderer->RemoveVolume(quality->prop);
        *quality = {};
    }
}

VolumeRendering::Quality VolumeRendering::make(const VolumePtr& volume, bool proxy)
{
    const VolumeImage image = proxy ? proxyImage(volume, proxySide) : wholeImage(volume);
    Quality quality;
    quality.mapper = vtkSmartPointer<vtkGPUVolumeRayCastMapper>::New();
    quality.mapper->SetInputData(image.image);
    quality.mapper->AutoAdjustSampleDistancesOff();
    const double* spacing = image.image->GetSpacing();
    const double finest = std::min({spacing[0], spacing[1], spacing[2]});
    quality.mapper->SetSampleDistance(
        static_cast<float>(proxy ? std::max(finest, 2.5) : std::max(finest, 0.8)));
    quality.mapper->SetImageSampleDistance(proxy ? 2.5F : 1.0F);
    quality.mapper->UseJitteringOn();
    quality.prop = vtkSmartPointer<vtkVolume>::New();
    quality.prop->SetMapper(quality.mapper);
    quality.prop->SetProperty(m_property);
    quality.prop->SetUserMatrix(image.toPatient);
    quality.prop->PickableOff();
    m_renderer->AddVolume(quality.prop);
    return quality;
}

void VolumeRendering::setVolume(VolumePtr volume)
{
    if (volume == m_volume)
        return;
    drop();
    m_volume = std::move(volume);
    update();
}

void VolumeRendering::setPreset(std::optional<VolumePreset> preset)
{
    m_preset = preset;
    if (preset) {
        vtkNew<vtkPiecewiseFunction> opacity;
        vtkNew<vtkColorTransferFunction> colour;
        for (const Point& p : transferPoints(*preset)) {
            opacity->AddPoint(p.hu, p.opacity);
            colour->AddRGBPoint(p.hu, p.red, p.green, p.blue);
        }
        m_property->SetScalarOpacity(opacity);
        m_property->SetColor(colour);
    }
    update();
}

void VolumeRendering::setInteracting(bool interacting)
{
    m_interacting = interacting;
    update();
}

void VolumeRendering::update()
{
    if (!isShown()) {
        // Textures of a large volume are not kept for a picture nobody sees.
        drop();
        return;
    }
    Quality& wanted = m_interacting ? m_proxy : m_whole;
    if (!wanted.prop)
        wanted = make(m_volume, m_interacting);
    if (m_whole.prop)
        m_whole.prop->SetVisibility(!m_interacting);
    if (m_proxy.prop)
        m_proxy.prop->SetVisibility(m_interacting);
}

} // namespace fovea
