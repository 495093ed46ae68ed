#include "viewer/bench/ResliceSlices.h"

#include <vtkImageBlend.h>
#include <vtkImageData.h>
#include <vtkImageMapToColors.h>
#include <vtkImageMapToWindowLevelColors.h>
#include <vtkImageReslice.h>
#include <vtkLookupTable.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkShortArray.h>
#include <vtkUnsignedShortArray.h>
#include <vtkVersion.h>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

/// In the grid's own directions, from the centre of its first voxel, in mm. VTK only looks.
template <typename Array, typename Value>
void look(vtkImageData& image, const ImageGeometry& geometry, std::span<const Value> values)
{
    image.SetDimensions(geometry.size.data());
    image.SetSpacing(geometry.spacingMm.data());
    vtkNew<Array> array;
    array->SetArray(const_cast<Value*>(values.data()), static_cast<vtkIdType>(values.size()), 1);
    image.GetPointData()->SetScalars(array);
}

std::uint32_t packed(const unsigned char* rgb)
{
    return 0xff000000U | std::uint32_t{rgb[0]} << 16 | std::uint32_t{rgb[1]} << 8 | rgb[2];
}

} // namespace

struct ResliceSlices::Impl {
    VolumePtr volume;
    LabelMapPtr labels;
    vtkNew<vtkImageData> greys;
    vtkNew<vtkImageData> labelImage;
    vtkNew<vtkMatrix4x4> axes;
    vtkNew<vtkImageReslice> greyReslice;
    vtkNew<vtkImageReslice> labelReslice;
    vtkNew<vtkImageMapToWindowLevelColors> windowed;
    vtkNew<vtkLookupTable> table;
    vtkNew<vtkImageMapToColors> coloured;
    vtkNew<vtkImageBlend> blended;

    void place(const SliceRequest& request);
    void setSlab(const SliceRequest& request);
    void setTable(std::span<const Rgba> colours);
};

ResliceSlices::ResliceSlices(VolumePtr volume, LabelMapPtr labels)
    : m_impl(std::make_unique<Impl>())
{
    Impl& d = *m_impl;
    d.volume = std::move(volume);
    d.labels = std::move(labels);
    look<vtkShortArray>(*d.greys, d.volume->geometry(), d.volume->voxels());
    d.greyReslice->SetInputData(d.greys);
    d.greyReslice->SetBackgroundLevel(-32768);
    d.greyReslice->SetResliceAxes(d.axes);
    d.greyReslice->SetOutputDimensionality(2);
    d.windowed->SetInputConnection(d.greyReslice->GetOutputPort());
    d.windowed->SetOutputFormatToRGB();
    d.blended->AddInputConnection(d.windowed->GetOutputPort());
    if (!d.labels)
        return;
    look<vtkUnsignedShortArray>(*d.labelImage, d.labels->geometry(), d.labels->labels());
    d.labelReslice->SetInputData(d.labelImage);
    d.labelReslice->SetResliceAxes(d.axes);
    d.labelReslice->SetOutputDimensionality(2);
    d.labelReslice->SetInterpolationModeToNearestNeighbor();
    d.coloured->SetInputConnection(d.labelReslice->GetOutputPort());
    d.coloured->SetLookupTable(d.table);
    d.coloured->SetOutputFormatToRGBA();
    d.blended->AddInputConnection(d.coloured->GetOutputPort());
}

ResliceSlices::~ResliceSlices() = default;

void ResliceSlices::Impl::place(const SliceRequest& request)
{
    const ImageGeometry& geometry = volume->geometry();
    const Vec3 index = geometry.patientToIndex(request.plane.originMm);
    const Vec3 through = cross(request.plane.right, request.plane.down);
    for (int a = 0; a < 3; ++a) {
        axes->SetElement(a, 0, dot(request.plane.right, geometry.axes[a]));
        axes->SetElement(a, 1, dot(request.plane.down, geometry.axes[a]));
        axes->SetElement(a, 2, dot(through, geometry.axes[a]));
        axes->SetElement(a, 3, index[a] * geometry.spacingMm[a]);
    }
    for (vtkImageReslice* reslice : {greyReslice.Get(), labelReslice.Get()}) {
        reslice->SetOutputSpacing(request.plane.mmPerPixel, request.plane.mmPerPixel, 1);
        reslice->SetOutputOrigin(0, 0, 0);
        reslice->SetOutputExtent(0, request.width - 1, 0, request.height - 1, 0, 0);
    }
    if (request.interpolation == Interpolation::Linear)
        greyReslice->SetInterpolationModeToLinear();
    else
        greyReslice->SetInterpolationModeToNearestNeighbor();
}

/// As many samples as voxels are met, in the middle of equal parts of the slab.
void ResliceSlices::Impl::setSlab(const SliceRequest& request)
{
    int samples = 1;
    if (request.slab.isThick()) {
        Vec3 perMm{};
        for (int a = 0; a < 3; ++a)
            perMm[a] = axes->GetElement(a, 2) / volume->geometry().spacingMm[a];
        samples =
            std::max(1, static_cast<int>(std::ceil(request.slab.thicknessMm * norm(perMm) - 1e-6)));
        greyReslice->SetOutputSpacing(request.plane.mmPerPixel, request.plane.mmPerPixel,
                                      request.slab.thicknessMm / samples);
    }
    greyReslice->SetSlabNumberOfSlices(samples);
    if (request.slab.mode == SlabMode::Minimum)
        greyReslice->SetSlabModeToMin();
    else if (request.slab.mode == SlabMode::Maximum)
        greyReslice->SetSlabModeToMax();
    else
        greyReslice->SetSlabModeToMean();
}

void ResliceSlices::Impl::setTable(std::span<const Rgba> colours)
{
    const auto count = static_cast<vtkIdType>(std::max<std::size_t>(colours.size(), 1));
    bool changed = table->GetNumberOfTableValues() != count;
    if (changed) {
        table->SetNumberOfTableValues(count);
        table->SetTableRange(0, static_cast<double>(count - 1));
    }
    const auto set = [&](vtkIdType n, const Rgba& colour) {
        const std::array now{colour.red, colour.green, colour.blue, colour.alpha};
        unsigned char* entry = table->GetPointer(n);
        if (std::equal(now.begin(), now.end(), entry))
            return;
        table->SetTableValue(n, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                             colour.alpha / 255.0);
        changed = true;
    };
    set(0, Rgba{});
    for (std::size_t n = 0; n < colours.size(); ++n)
        set(static_cast<vtkIdType>(n), colours[n]);
    if (changed)
        table->Modified();
}

void ResliceSlices::render(const SliceRequest& request, std::span<std::uint32_t> pixels, int stride)
{
    Impl& d = *m_impl;
    d.place(request);
    d.setSlab(request);
    d.windowed->SetWindow(std::max(request.window.widthHu - 1, 1e-3));
    d.windowed->SetLevel(request.window.centreHu - 0.5);
    if (d.labels)
        d.setTable(request.labelTable);
    d.blended->Update();
    vtkImageData* picture = d.blended->GetOutput();
    for (int y = 0; y < request.height; ++y) {
        const auto* in = static_cast<const unsigned char*>(picture->GetScalarPointer(0, y, 0));
        std::uint32_t* out = pixels.data() + static_cast<std::ptrdiff_t>(y) * stride;
        for (int x = 0; x < request.width; ++x)
            out[x] = packed(in + std::ptrdiff_t{3} * x);
    }
}

const char* ResliceSlices::version()
{
    return vtkVersion::GetVTKSourceVersion();
}

} // namespace fovea
